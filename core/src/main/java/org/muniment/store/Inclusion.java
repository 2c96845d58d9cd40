package org.muniment.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Checkpoint;

/**
 * Where a record stands in the evidence log, with the proof of it; the proof was checked.
 *
 * @param leafIndex from 0
 * @param leafHash 32 bytes
 * @param checkpoint the newest signed checkpoint, or {@code null} if there is none yet
 * @param note that checkpoint as it was signed; empty if there is none
 * @param path from the leaf to the root of the checkpoint (RFC 9162, section 2.1.3.1)
 * @param covered whether the checkpoint covers the record; while it does not, the path is empty
 */
@SuppressWarnings("ArrayRecordComponent") // made to be written out; nobody compares proofs
public record Inclusion(
        long leafIndex,
        byte[] leafHash,
        @Nullable Checkpoint checkpoint,
        String note,
        List<byte[]> path,
        boolean covered) {}
