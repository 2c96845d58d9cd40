package org.muniment.server.directory;

import java.util.List;

/**
 * All accounts that a source lists.
 *
 * @param skipped how many entries were left out because they are no accounts of this organisation
 */
record Listing(AccountSource source, List<Wanted> accounts, int skipped) {

    Listing {
        accounts = List.copyOf(accounts);
    }
}
