package org.muniment.store;

import org.jspecify.annotations.Nullable;

/**
 * A record before it is stored.
 *
 * @param kind what it is
 * @param time when it was archived, milliseconds since 1970
 * @param dueDay the day it ends, days since 1970-01-01; 0 for the archive log, which has none
 * @param meta what is known about it, encoded by the caller; at most {@link Payload#MAX_META} bytes
 * @param body what it keeps
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; nobody compares drafts
public record Draft(Kind kind, long time, int dueDay, byte[] meta, Body body) {

    /** What a record keeps, and how. */
    public sealed interface Body {}

    /** Nothing but the meta. */
    public record None() implements Body {}

    /** These bytes. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    public record Bytes(byte[] bytes, byte[] sha256) implements Body {}

    /** Content that was written ahead because it is large. The record takes it over when it is durable. */
    public record Written(LargeContent content) implements Body {}

    /**
     * A copy of what another record keeps, stored as the difference where that is smaller.
     *
     * @param base the record it is a copy of, whose content must not itself be a difference
     * @param copy the bytes, at most {@link LargeContent#THRESHOLD}; {@code null} if they are those of the base
     * @param sha256 of the copy
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    public record CopyOf(RecordId base, byte @Nullable [] copy, byte[] sha256) implements Body {}

    /**
     * A large copy that has the same bytes as its base from some point on.
     *
     * @param base the record it is a copy of
     * @param head its own first bytes
     * @param from where in the base its remaining bytes begin
     * @param size its bytes in all
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    public record TailOf(RecordId base, byte[] head, long from, long size, byte[] sha256) implements Body {}
}
