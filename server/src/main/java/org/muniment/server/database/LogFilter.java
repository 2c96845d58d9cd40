package org.muniment.server.database;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an organisation's log are wanted. All conditions hold together; an empty list is no condition.
 *
 * @param actors one of these
 * @param from inclusive
 * @param to inclusive
 * @param keywords each of these, folded as the rows' words are
 * @param inMailWords whether keywords are also looked for in what was read out of mail
 * @param types one of these
 * @param reasoned only entries that give a reason
 */
public record LogFilter(
        String organisation,
        List<String> actors,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> keywords,
        boolean inMailWords,
        List<String> types,
        @Nullable String object,
        @Nullable String matter,
        @Nullable String address,
        @Nullable String result,
        boolean reasoned) {

    public LogFilter {
        actors = List.copyOf(actors);
        keywords = List.copyOf(keywords);
        types = List.copyOf(types);
    }

    /** Whether every entry of the organisation passes. */
    public boolean isOpen() {
        return actors.isEmpty()
                && from == null
                && to == null
                && keywords.isEmpty()
                && types.isEmpty()
                && object == null
                && matter == null
                && address == null
                && result == null
                && !reasoned;
    }

    /** Whether no index leads to what passes, so that entries have to be looked at one by one. */
    boolean isLookedFor() {
        boolean isUnknownToIndexes =
                !keywords.isEmpty() || matter != null || address != null || result != null || reasoned;
        return object == null && (isUnknownToIndexes || (!actors.isEmpty() && !types.isEmpty()));
    }

    LogFilter withActor(String actor) {
        return new LogFilter(
                organisation,
                List.of(actor),
                from,
                to,
                keywords,
                inMailWords,
                types,
                object,
                matter,
                address,
                result,
                reasoned);
    }

    LogFilter withType(String type) {
        return new LogFilter(
                organisation,
                actors,
                from,
                to,
                keywords,
                inMailWords,
                List.of(type),
                object,
                matter,
                address,
                result,
                reasoned);
    }
}
