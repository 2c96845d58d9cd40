package org.muniment.server.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.LogEntry;
import org.muniment.server.database.LogRow;

/**
 * An entry as it is shown to a reader.
 *
 * @param id {@code log_<writer>-<number>}
 * @param sentence what was done, in the reader's language
 * @param detail without what was read out of mail, if the reader may not read mail
 */
public record LogLine(
        String id,
        long place,
        Instant time,
        String administrator,
        @Nullable String address,
        String type,
        String sentence,
        @Nullable String object,
        @Nullable String reason,
        @Nullable String matter,
        String result,
        Map<String, String> detail) {

    /** The row of the database for this reader. */
    public static LogLine of(LogRow row, Reader reader) {
        return of(row, Projecting.detail(row), reader);
    }

    /** The entry of the store, at its place, for this reader. */
    public static LogLine of(LogEntry entry, long place, Reader reader) {
        return of(Projecting.row(entry, place), entry.detail(), reader);
    }

    private static LogLine of(LogRow row, Map<String, String> detail, Reader reader) {
        Map<String, String> shown = reader.readsMail() ? detail : Details.withoutMail(row.type(), detail);
        return new LogLine(
                "log_" + row.id(),
                row.place(),
                row.at(),
                row.actor(),
                row.address(),
                row.type(),
                LogSentences.of(reader.language()).say(row, shown, reader.zone()),
                row.object(),
                row.reason(),
                row.matter(),
                row.result(),
                shown);
    }

    /** What the details of a change say was there before. */
    public Map<String, String> before() {
        return Details.behind("before.", detail);
    }

    /** What the details of a change say is there after. */
    public Map<String, String> after() {
        return Details.behind("after.", detail);
    }
}
