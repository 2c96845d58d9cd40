package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The archive in seven fields, under the names that the requirements give them.
 *
 * @param status {@code on}, {@code off}, or {@code trouble}: on, but mail cannot be taken now
 * @param reason what the trouble is
 */
record ArchiveSummary(
        boolean enabled,
        String status,
        @Nullable String reason,
        @Nullable Instant lastTurnedOn,
        @Nullable Instant lastClosed,
        @Nullable Integer retentionYears,
        List<String> administrators,
        long numberOfArchives,
        long numberOfOpenArchives) {}
