package org.muniment.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.server.accounts.OneOrganisation.ADMINISTRATOR;
import static org.muniment.server.accounts.OneOrganisation.ORG;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.Organisation;

/** What opens by itself while somebody closes or changes the mode, and what the log says accounts were before. */
class AccountTurnsTest {
    private static final Organisation.Mode WHOLE = Organisation.Mode.WHOLE_DOMAIN;
    private static final Organisation.Mode OPENED = Organisation.Mode.OPENED_ACCOUNTS;
    private static final String FOUND = "It was found in mail.";

    @TempDir
    private Path home;

    private OneOrganisation organisation(Organisation.Mode mode) throws Exception {
        return new OneOrganisation(home, new Organisation.Terms(500, null, mode));
    }

    @Test
    void whatSomebodyClosedAfterItWasFoundDoesNotOpenByItself() throws Exception {
        try (var one = organisation(WHOLE)) {
            List<String> found = List.of("bob@example.org", "eve@example.org", "new@example.org");
            one.turns.know(ORG, found);
            one.turn(false, "bob@example.org");
            one.turn(true, "eve@example.org");
            one.turn(false, "eve@example.org");
            one.turns.openByThemselves(ORG, WHOLE, found, FOUND);
            assertThat(found).filteredOn(one::isOpen).containsExactly("new@example.org");
            assertThat(one.newest().detail()).containsEntry("addresses", "new@example.org");
        }
    }

    @Test
    void whatWasFoundInMailDoesNotOpenByItselfOnceTheModeIsAnother() throws Exception {
        try (var one = organisation(WHOLE)) {
            one.policies.change(ORG, Optional.of(OPENED), Optional.empty(), "for a test", ADMINISTRATOR);
            one.turns.openByThemselves(ORG, WHOLE, List.of("bob@example.org"), FOUND);
            assertThat(one.isOpen("bob@example.org")).isFalse();
        }
    }

    @Test
    void somebodyOpensAgainWhatSomebodyClosed() throws Exception {
        try (var one = organisation(OPENED)) {
            one.turn(true, "bob@example.org");
            one.turn(false, "bob@example.org");
            one.turn(true, "bob@example.org");
            assertThat(one.isOpen("bob@example.org")).isTrue();
        }
    }

    @Test
    void theLogSaysWhatClosedAccountsWere() throws Exception {
        try (var one = organisation(WHOLE)) {
            one.turn(true, "a@example.org", "b@example.org");
            assertThat(one.newest().detail()).containsEntry("before.status", "not_open");
            one.turn(false, "a@example.org");
            assertThat(one.newest().detail()).containsEntry("before.status", "open");
            one.turns.know(ORG, List.of("untouched@example.org", "another@example.org"));
            one.turn(false, "untouched@example.org", "unknown@example.org");
            assertThat(one.newest().detail()).containsEntry("before.status", "not_open");
            one.turn(false, "b@example.org", "another@example.org");
            assertThat(one.newest().detail())
                    .containsEntry("before.status", "-")
                    .containsEntry("before.open", "1")
                    .containsEntry("after.open", "0");
        }
    }
}
