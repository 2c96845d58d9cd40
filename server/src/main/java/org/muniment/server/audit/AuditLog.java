package org.muniment.server.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.LogEntry;
import org.muniment.archive.LogEvidence;
import org.muniment.server.database.LogFilter;
import org.muniment.server.database.LogRow;
import org.muniment.server.database.LogRows;

/**
 * The archive log of one organisation, to be read by people. It asks nobody's rights and logs nothing: whoever shows what
 * is read here does. Thread-safe.
 */
public final class AuditLog {
    /** How long a reader waits for the newest entries. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String organisation;
    private final LogProjection projection;
    private final LogRows rows;

    AuditLog(String organisation, LogProjection projection, LogRows rows) {
        this.organisation = organisation;
        this.projection = projection;
        this.rows = rows;
    }

    /** The id of the organisation. */
    public String organisation() {
        return organisation;
    }

    /**
     * From here on everything is seen that is durable now.
     *
     * @return the place of the newest entry, which is how many there are
     */
    public long catchUp() throws IOException {
        return projection.catchUp(PATIENCE);
    }

    /** A page of what passes the filter, newest first. */
    public List<LogRow> page(LogFilter filter, LogRows.@Nullable Behind behind, int most) {
        return rows.page(filter, behind, most);
    }

    /** What passes the filter and stands behind a place of the log, in its order. */
    public List<LogRow> following(LogFilter filter, long place, int most) {
        return rows.following(filter, place, most);
    }

    /** How many entries pass the filter, up to {@code most}; not all are counted where that takes long. */
    public LogRows.Counted count(LogFilter filter, int most) {
        return rows.count(filter, most);
    }

    /** How many entries of each type there are. */
    public Map<String, Long> types() {
        return projection.types();
    }

    /** The administrators in the log whose names hold a text; a whole name stands for itself. */
    public List<String> administrators(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Map<String, Long> known = projection.actors();
        if (known.containsKey(wanted)) {
            return List.of(wanted);
        }
        List<String> matching = known.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        return matching.isEmpty() ? List.of(text) : matching;
    }

    /** An entry as the store holds it. */
    public Optional<LogEntry> entry(String id) throws IOException {
        return projection.trail().find(id);
    }

    /** The row of an entry. */
    public Optional<LogRow> row(String id) {
        return rows.find(organisation, id);
    }

    /** The proof of an entry. */
    public Optional<LogEvidence> evidence(String id) throws IOException {
        return projection.trail().evidence(id);
    }

    /** Compares the whole log with the database and with the evidence log. */
    public LogComparison compare() throws IOException {
        return new LogVerification(organisation, projection, rows).run();
    }

    /** Makes the projection again, in the background. */
    public void rebuild() {
        projection.rebuild();
    }

    /** The place of the newest entry that can be read here. */
    public long newest() {
        return projection.newest();
    }

    /** Waits for entries behind a place, at most so long; true if there are. */
    public boolean awaitBeyond(long place, Duration patience) throws InterruptedException {
        return projection.awaitBeyond(place, patience);
    }

    /** Whether the server is ending. */
    public boolean isClosing() {
        return projection.isClosing();
    }

    /** Text as the log's keywords are folded. */
    public static String fold(String text) {
        return Projecting.fold(text);
    }
}
