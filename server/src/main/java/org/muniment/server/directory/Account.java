package org.muniment.server.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or something, that has addresses in an organisation. Not a person who signs in, and not an archive account.
 *
 * @param id {@code dac_…}
 * @param address the primary one, in lower case
 * @param aliases further ones, in the order they were given
 * @param departments where it is now; of one that has left, where it was last
 * @param stateSince since when it is in that state
 * @param externalKey by which its source knows it, whatever it is called there
 */
public record Account(
        String id,
        String address,
        String name,
        List<String> aliases,
        List<String> departments,
        AccountState state,
        Instant stateSince,
        AccountSource source,
        @Nullable String externalKey,
        Instant created) {

    public Account {
        aliases = List.copyOf(aliases);
        departments = List.copyOf(departments);
    }
}
