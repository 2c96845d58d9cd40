package org.muniment.archive;

import java.util.Set;

/**
 * What the organisation archives at this moment.
 *
 * @param enabled whether archiving is switched on
 * @param domains its domains, lower case; mail in which an address of them takes part is archived
 */
public record Rules(boolean enabled, Set<String> domains) {

    public Rules {
        domains = Set.copyOf(domains);
    }
}
