package org.muniment.server.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.OpenAccounts;

/** All archive accounts of an organisation at one moment, looked up by address. Never changes. */
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
        mailboxes.primaries().forEach((alias, primary) -> {
            State state = states.get(primary);
            if (state != null) { // the directory knows better than an account that the alias once had for itself
                states.put(alias, state);
            }
        });
        return new AccountSet(states, mailboxes, accounts.size(), open);
    }

    private static State state(ArchiveAccount account) {
        if (account.isOpen()) {
            return State.OPEN;
        }
        return account.isUntouched() ? State.UNKNOWN : State.CLOSED;
    }

    @Override
    public State of(String address) {
        State state = states.get(address);
        if (state != null) {
            return state;
        }
        return mailboxes.domains().isEmpty()
                ? State.UNKNOWN
                : states.getOrDefault(mailboxes.primary(address), State.UNKNOWN);
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
