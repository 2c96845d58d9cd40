package org.muniment.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an archive is doing, in numbers. All counts are of records since the beginning.
 *
 * @param archived messages kept
 * @param merged further sightings
 * @param excluded dispositions of rules
 * @param logEntries entries of the archive log
 * @param indexed messages that searches can find; equals {@code archived} when all is well and the index has caught up
 * @param indexPosition last record number the index has seen
 * @param lastRecord last record number there is; 0 when empty
 * @param lastArchived when the newest message was archived
 * @param oldestUnindexed when the oldest record came that searches do not see yet; {@code null} if they see all
 * @param treeSize leaves of the evidence log
 * @param checkpointSize tree size of the newest signed checkpoint
 * @param storedBytes bytes of volumes and content on disk
 * @param writable whether mail can be taken in; {@code reason} says why not
 */
public record Status(
        String writer,
        long archived,
        long merged,
        long excluded,
        long logEntries,
        long indexed,
        long indexPosition,
        long lastRecord,
        @Nullable Instant lastArchived,
        @Nullable Instant oldestUnindexed,
        long treeSize,
        long checkpointSize,
        long storedBytes,
        boolean writable,
        @Nullable String reason) {}
