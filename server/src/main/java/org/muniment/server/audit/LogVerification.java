package org.muniment.server.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.LogEntry;
import org.muniment.archive.LogEvidence;
import org.muniment.archive.LogTrail;
import org.muniment.archive.LogTrail.Position;
import org.muniment.evidence.EvidenceException;
import org.muniment.server.database.LogRow;
import org.muniment.server.database.LogRows;

/**
 * Reads the log from the store and compares every entry with its row and with the evidence log. Constant memory; takes some
 * ten microseconds per entry.
 */
final class LogVerification {
    private static final int BATCH = 500;
    private static final int ATTEMPTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String organisation;
    private final LogProjection projection;
    private final LogRows rows;
    private long place;
    private long treeSize;

    LogVerification(String organisation, LogProjection projection, LogRows rows) {
        this.organisation = organisation;
        this.projection = projection;
        this.rows = rows;
    }

    /** What was found. */
    LogComparison run() throws IOException {
        LogTrail trail = projection.trail();
        Position end = trail.end();
        projection.catchUp(PATIENCE);
        Position at = Position.BEGINNING;
        while (!at.equals(end)) {
            List<LogEntry> entries = new ArrayList<>();
            at = trail.read(at, end, BATCH, entries::add);
            LogComparison.Difference found = compare(trail, entries);
            if (found != null) {
                return result(found);
            }
        }
        return result(outside(trail));
    }

    private LogComparison result(LogComparison.@Nullable Difference difference) {
        return new LogComparison(place, treeSize, difference);
    }

    private LogComparison.@Nullable Difference compare(LogTrail trail, List<LogEntry> entries) throws IOException {
        Map<String, LogRow> kept = new LinkedHashMap<>();
        for (LogRow row : rows.between(organisation, place + 1, place + entries.size())) {
            kept.put(row.id(), row);
        }
        Predicate<LogRow> findable = rows.findable(organisation, place + 1, place + entries.size());
        for (LogEntry entry : entries) {
            place++;
            LogRow expected = Projecting.row(entry, place);
            LogRow row = kept.remove(entry.id());
            if (row == null) {
                row = rows.find(organisation, entry.id()).orElse(null); // perhaps at another place
            }
            if (row == null) {
                return new LogComparison.Difference(LogComparison.Kind.MISSING, entry.id(), place, List.of());
            }
            List<String> changed = changed(expected, row);
            if (changed.isEmpty() && !findable.test(expected)) {
                changed = List.of("words"); // keywords would pass it over
            }
            if (!changed.isEmpty()) {
                return new LogComparison.Difference(LogComparison.Kind.CHANGED, entry.id(), place, changed);
            }
            if (!isProven(trail, entry.id())) {
                return new LogComparison.Difference(LogComparison.Kind.UNPROVEN, entry.id(), place, List.of());
            }
        }
        return kept.values().stream().findFirst().map(LogVerification::extra).orElse(null);
    }

    private static LogComparison.Difference extra(LogRow row) {
        return new LogComparison.Difference(LogComparison.Kind.EXTRA, row.id(), row.place(), List.of());
    }

    private boolean isProven(LogTrail trail, String id) throws IOException {
        try {
            LogEvidence evidence = trail.evidence(id).orElseThrow();
            treeSize = Math.max(treeSize, evidence.treeSize());
            return true;
        } catch (EvidenceException e) {
            return false;
        }
    }

    /** What stands where no entry can, and whether the store counts more entries than it shows. */
    private LogComparison.@Nullable Difference outside(LogTrail trail) throws IOException {
        long newest = 0;
        long count = 1;
        for (int i = 0; i < ATTEMPTS && count > newest; i++) {
            count = trail.size(); // an entry is counted a moment before it is durable
            newest = projection.catchUp(PATIENCE);
        }
        if (count > newest) {
            return new LogComparison.Difference(LogComparison.Kind.UNPROVEN, "", newest + 1, List.of());
        }
        return rows.outside(organisation, newest).map(LogVerification::extra).orElse(null);
    }

    private static List<String> changed(LogRow expected, LogRow row) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("place", expected.place() == row.place());
        same.put("time", expected.at().equals(row.at()));
        same.put("administrator", expected.actor().equals(row.actor()));
        same.put("ip", Objects.equals(expected.address(), row.address()));
        same.put("type", expected.type().equals(row.type()));
        same.put("object", Objects.equals(expected.object(), row.object()));
        same.put("reason", Objects.equals(expected.reason(), row.reason()));
        same.put("case", Objects.equals(expected.matter(), row.matter()));
        same.put("result", expected.result().equals(row.result()));
        same.put(
                "words", expected.words().equals(row.words()) && Objects.equals(expected.mailWords(), row.mailWords()));
        same.put("detail", expected.detail().equals(row.detail()));
        return same.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
