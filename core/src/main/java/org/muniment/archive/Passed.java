package org.muniment.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muniment.store.Kind;
import org.muniment.store.RecordId;
import org.muniment.store.StoredRecord;

/**
 * What the tally wants to know of a record.
 *
 * @param time when it was archived, milliseconds since 1970
 * @param source kind of source of a message; {@code null} for records of other kinds
 * @param sent when a message was sent; {@code null} for records of other kinds
 */
record Passed(
        RecordId id,
        Kind kind,
        long time,
        @Nullable String source,
        @Nullable Instant sent) {

    /** A record that is no message. */
    static Passed other(RecordId id, Kind kind, long time) {
        return new Passed(id, kind, time, null, null);
    }

    static Passed of(StoredRecord record) {
        if (record.kind() != Kind.MESSAGE) {
            return other(record.id(), record.kind(), record.time());
        }
        Copy copy = Copy.decode(record.meta());
        String source = copy.provenance().source();
        return new Passed(record.id(), record.kind(), record.time(), source, copy.sent());
    }
}
