package org.muniment.server.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it shall be added.
 *
 * @param departments ids
 * @param since when it came into its departments; {@code null} for as long as it is known, and before
 */
public record AccountDraft(
        String address,
        String name,
        List<String> aliases,
        List<String> departments,
        AccountState state,
        AccountSource source,
        @Nullable Instant since) {

    public AccountDraft {
        aliases = List.copyOf(aliases);
        departments = List.copyOf(departments);
    }
}
