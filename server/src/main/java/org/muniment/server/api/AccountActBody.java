package org.muniment.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which archive accounts to open or to close.
 *
 * @param department whose accounts are meant, instead of addresses
 * @param subdepartments whether what lies below it counts too; preset yes
 * @param dryRun whether only the effect is wanted
 */
record AccountActBody(
        @Nullable List<String> addresses,
        @Nullable String department,
        @Nullable Boolean subdepartments,
        @Nullable String reason,
        @Nullable Boolean dryRun) {

    boolean isPreview() {
        return Boolean.TRUE.equals(dryRun);
    }
}
