package org.muniment.archive;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Meta.Tag;
import org.muniment.store.Kind;
import org.muniment.store.RecordId;
import org.muniment.store.StoredRecord;

/**
 * What the tally wants to know of a record.
 *
 * @param time when it was archived, milliseconds since 1970
 * @param source kind of source of a message; {@code null} for records of other kinds
 * @param sent when a message was sent; {@code null} for records of other kinds
 * @param rules the rules that took part
 * @param exclusion the name under which a mail was left out; {@code null} for records of other kinds
 */
record Passed(
        RecordId id,
        Kind kind,
        long time,
        @Nullable String source,
        @Nullable Instant sent,
        Set<Rule> rules,
        @Nullable String exclusion) {

    /** A record that says nothing of any mail. */
    static Passed other(RecordId id, Kind kind, long time) {
        return new Passed(id, kind, time, null, null, Set.of(), null);
    }

    static Passed message(RecordId id, long time, Copy copy) {
        return new Passed(id, Kind.MESSAGE, time, copy.provenance().source(), copy.sent(), copy.rules(), null);
    }

    static Passed sighting(RecordId id, long time, Copy copy) {
        return new Passed(id, Kind.SIGHTING, time, null, null, copy.rules(), null);
    }

    /** A mail that was left out under a name. */
    static Passed disposition(RecordId id, long time, String exclusion) {
        Set<Rule> rules = Exclusion.ruleOf(exclusion).map(Set::of).orElse(Set.of());
        return new Passed(id, Kind.DISPOSITION, time, null, null, rules, exclusion);
    }

    static Passed of(StoredRecord record) {
        return switch (record.kind()) {
            case MESSAGE -> message(record.id(), record.time(), Copy.decode(record.meta()));
            case SIGHTING -> sighting(record.id(), record.time(), Copy.decode(record.meta()));
            case DISPOSITION ->
                disposition(
                        record.id(), record.time(), Meta.decode(record.meta()).required(Tag.RULE));
            case LOG_ENTRY, TOMBSTONE -> other(record.id(), record.kind(), record.time());
        };
    }
}
