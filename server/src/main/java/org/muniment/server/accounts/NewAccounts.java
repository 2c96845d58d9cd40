package org.muniment.server.accounts;

import java.util.List;

/** What the follower asks the directory. */
interface NewAccounts {

    /** A number that changes when the directory does. */
    long revision(String organisation);

    /** The addresses of the directory's accounts that have not left. */
    List<String> listed(String organisation);

    /** The organisation's policy. */
    Policy policy(String organisation);

    /** Accounts that are to open by themselves and have not yet, sorted. */
    List<String> waiting(String organisation, OpenNew openNew);
}
