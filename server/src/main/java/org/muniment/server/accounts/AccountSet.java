package org.muniment.server.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.OpenAccounts;

/**
 * All archive accounts of an organisation at one moment, looked up by address. Never changes.
 *
 * <p>An alias counts as the account of its primary address, with one exception: an account that is open is open under its
 * own address, whatever the directory makes of that address (rule 10). When it becomes the alias of a primary address that
 * nobody has opened or closed, as after a renaming, the whole mailbox is open; a primary address that was closed stays so.
 */
final class AccountSet implements OpenAccounts {
    private final Map<String, State> states;
    private final Mailboxes mailboxes;
    private final int known;
    private final int open;

    private AccountSet(Map<String, State> states, Mailboxes mailboxes, int known, int open) {
        this.states = states;
        this.mailboxes = mailboxes;
        this.known = known;
        this.open = open;
    }

    static AccountSet of(List<ArchiveAccount> accounts, Mailboxes mailboxes) {
        Map<String, State> states =
                HashMap.newHashMap(accounts.size() + mailboxes.primaries().size());
        int open = 0;
        for (ArchiveAccount account : accounts) {
            states.put(account.address(), state(account));
            open += account.isOpen() ? 1 : 0;
        }
        openRenamed(states, mailboxes.primaries());
        followPrimaries(states, mailboxes.primaries());
        return new AccountSet(states, mailboxes, accounts.size(), open);
    }

    private static void openRenamed(Map<String, State> states, Map<String, String> primaries) {
        primaries.forEach((alias, primary) -> {
            boolean isUntouched = states.getOrDefault(primary, State.UNKNOWN) == State.UNKNOWN;
            if (isUntouched && states.get(alias) == State.OPEN) {
                states.put(primary, State.OPEN);
            }
        });
    }

    private static void followPrimaries(Map<String, State> states, Map<String, String> primaries) {
        primaries.forEach((alias, primary) -> {
            State state = states.get(primary);
            if (state != null && states.get(alias) != State.OPEN) {
                states.put(alias, state);
            }
        });
    }

    private static State state(ArchiveAccount account) {
        if (account.isOpen()) {
            return State.OPEN;
        }
        return account.isUntouched() ? State.UNKNOWN : State.CLOSED;
    }

    @Override
    public State of(String address) {
        State state = states.getOrDefault(address, State.UNKNOWN);
        return state != State.UNKNOWN || mailboxes.domains().isEmpty()
                ? state
                : states.getOrDefault(mailboxes.home(address), State.UNKNOWN);
    }

    /** What the directory said of addresses when the accounts were read. */
    Mailboxes mailboxes() {
        return mailboxes;
    }

    /** How many there are, open or not. */
    int known() {
        return known;
    }

    /** How many are open. */
    int open() {
        return open;
    }
}
