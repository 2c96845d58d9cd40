package org.muniment.server.api;

import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.AccountFollower;
import org.muniment.server.accounts.AccountSets;
import org.muniment.server.database.Organisation;

/** Counts the archive accounts of organisations against their seats; from memory, so it may be asked every second. */
final class Seats {
    private final AccountSets accounts;
    private final AccountFollower follower;

    Seats(AccountSets accounts, AccountFollower follower) {
        this.accounts = accounts;
        this.follower = follower;
    }

    /**
     * Archive accounts in numbers.
     *
     * @param known all of them
     * @param seats how many may be open; {@code null} for as many as there are
     * @param over how many too many are open; their mail is archived all the same
     * @param waiting new ones that open as soon as there is a seat
     */
    record Taken(int known, int open, @Nullable Integer seats, int over, int waiting) {
        static final Taken NONE = new Taken(0, 0, null, 0, 0);

        /** Whether somebody has to do something about it. */
        boolean isTrouble() {
            return over > 0 || waiting > 0;
        }
    }

    Taken of(Organisation organisation) {
        Integer seats = organisation.terms().seats();
        int open = accounts.open(organisation.id());
        return new Taken(
                accounts.known(organisation.id()),
                open,
                seats,
                seats == null ? 0 : Math.max(0, open - seats),
                follower.waiting(organisation.id()));
    }
}
