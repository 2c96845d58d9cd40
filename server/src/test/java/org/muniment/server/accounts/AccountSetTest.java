package org.muniment.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.OpenAccounts.State;

/** Whose account an address counts for, while the directory renames people. */
class AccountSetTest {
    private static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");
    private static final Map<String, String> RENAMED = Map.of("smith@example.org", "jones@example.org");

    private static ArchiveAccount open(String address) {
        return new ArchiveAccount("acct_" + address, address, true, THEN, THEN, null);
    }

    private static ArchiveAccount closed(String address) {
        return new ArchiveAccount("acct_" + address, address, false, THEN, THEN, THEN);
    }

    private static ArchiveAccount untouched(String address) {
        return new ArchiveAccount("acct_" + address, address, false, THEN, null, null);
    }

    private static AccountSet set(Map<String, String> aliases, ArchiveAccount... accounts) {
        return AccountSet.of(List.of(accounts), new Mailboxes(aliases, Map.of()));
    }

    private static void assertStates(AccountSet accounts, State alias, State primary) {
        assertThat(accounts.of("smith@example.org")).as("alias").isEqualTo(alias);
        assertThat(accounts.of("jones@example.org")).as("primary").isEqualTo(primary);
    }

    @Test
    void anAliasCountsAsThePrimaryAddress() {
        assertStates(set(RENAMED, open("jones@example.org")), State.OPEN, State.OPEN);
        assertStates(set(RENAMED, closed("jones@example.org")), State.CLOSED, State.CLOSED);
        assertStates(set(RENAMED, untouched("jones@example.org")), State.UNKNOWN, State.UNKNOWN);
        assertStates(set(RENAMED), State.UNKNOWN, State.UNKNOWN);
    }

    @Test
    void anOpenAccountThatWasRenamedIsOpenUnderBothAddresses() {
        assertStates(set(RENAMED, open("smith@example.org"), untouched("jones@example.org")), State.OPEN, State.OPEN);
        assertStates(set(RENAMED, open("smith@example.org")), State.OPEN, State.OPEN);
    }

    @Test
    void theOtherAliasesOfWhoWasRenamedAreOpenToo() {
        Map<String, String> aliases =
                Map.of("smith@example.org", "jones@example.org", "alice@example.org", "jones@example.org");
        AccountSet accounts = set(aliases, open("smith@example.org"), untouched("jones@example.org"));
        assertThat(accounts.of("alice@example.org")).isEqualTo(State.OPEN);
    }

    @Test
    void whatIsOpenStaysOpenThoughThePrimaryAddressWasClosed() {
        assertStates(set(RENAMED, open("smith@example.org"), closed("jones@example.org")), State.OPEN, State.CLOSED);
    }

    @Test
    void aClosedAccountOfItsOwnGivesWayToThePrimaryAddress() {
        assertStates(set(RENAMED, closed("smith@example.org"), open("jones@example.org")), State.OPEN, State.OPEN);
        assertStates(
                set(RENAMED, closed("smith@example.org"), untouched("jones@example.org")),
                State.UNKNOWN,
                State.UNKNOWN);
    }

    @Test
    void anAddressOfADomainThatStandsForAnotherCountsThere() {
        var mailboxes = new Mailboxes(RENAMED, Map.of("alias.example", "example.org"));
        AccountSet accounts = AccountSet.of(
                List.of(
                        open("smith@example.org"),
                        closed("jones@example.org"),
                        untouched("ada@alias.example"),
                        open("ada@example.org")),
                mailboxes);
        assertThat(accounts.of("jones@alias.example")).isEqualTo(State.CLOSED);
        assertThat(accounts.of("smith@alias.example")).isEqualTo(State.OPEN);
        assertThat(accounts.of("ada@alias.example")).isEqualTo(State.OPEN);
        assertThat(accounts.of("nobody@alias.example")).isEqualTo(State.UNKNOWN);
    }

    @Test
    void onlyAccountsOfTheirOwnAreCounted() {
        AccountSet accounts = set(RENAMED, open("smith@example.org"), untouched("jones@example.org"));
        assertThat(accounts.open()).isEqualTo(1);
        assertThat(accounts.known()).isEqualTo(2);
    }
}
