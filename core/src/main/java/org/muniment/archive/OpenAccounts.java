package org.muniment.archive;

import java.util.Set;

/**
 * Whose mail is archived at this moment: the archive accounts, looked up by address.
 *
 * <p>It is asked for the addresses of every mail, so an answer must come from memory, at once, and it must be safe to ask
 * from any thread. What it says may change between two mails.
 */
@FunctionalInterface
public interface OpenAccounts {

    /** What there is for an address. */
    enum State {
        /** An archive account that is open. Whether its person has left or was disabled does not matter. */
        OPEN,
        /** An archive account that was closed: its new mail is not archived. */
        CLOSED,
        /** No archive account. */
        UNKNOWN
    }

    /** The state of an address in lower case, be it the account's own or one of its aliases. */
    State of(String address);

    /** There is no account at all. */
    static OpenAccounts none() {
        return address -> State.UNKNOWN;
    }

    /** Accounts of these addresses, all in lower case; an address in both is open. */
    static OpenAccounts of(Set<String> open, Set<String> closed) {
        Set<String> opened = Set.copyOf(open);
        Set<String> shut = Set.copyOf(closed);
        return address -> {
            if (opened.contains(address)) {
                return State.OPEN;
            }
            return shut.contains(address) ? State.CLOSED : State.UNKNOWN;
        };
    }
}
