package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The archive in seven fields, under the names that the requirements give them.
 *
 * @param status {@code on}, {@code off}, or {@code trouble}: on, but mail cannot be taken now, or seats are missing
 * @param reason what the trouble with taking mail is
 * @param numberOfArchives how many may be open: the seats, or as many as are known while there is no limit
 * @param mode {@code whole_domain} or {@code opened_accounts}
 * @param overSeats how many too many are open; their mail is archived all the same
 * @param waitingForSeat new accounts that open as soon as there is a seat
 * @param service how long it goes on
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
        long numberOfOpenArchives,
        String mode,
        @Nullable Integer seats,
        int overSeats,
        int waitingForSeat,
        ServiceTerm service) {}
