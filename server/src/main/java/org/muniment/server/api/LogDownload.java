package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.server.audit.AuditLog;
import org.muniment.server.audit.LogLine;
import org.muniment.server.audit.Reader;
import org.muniment.server.database.LogFilter;
import org.muniment.server.database.LogRow;
import org.muniment.server.database.LogRows;
import org.muniment.server.language.Message;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Sends all that a filter finds, a thousand entries in memory at a time. Thread-safe. */
final class LogDownload {
    private static final int AT_ONCE = 1_000;
    private static final int MOST_STREAMS = 16; // of an organisation
    private static final long RETRY_SECONDS = 30;
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // without it Excel does not know the bytes for UTF-8
    private static final Duration BREATH = Duration.ofSeconds(10);

    /** One who follows for longer calls again, and is asked again whether he may. */
    private static final Duration LONGEST_FOLLOWING = Duration.ofMinutes(30);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private final JsonMapper json;
    private final InstantSource clock;
    private final PerOrganisation streams = new PerOrganisation(MOST_STREAMS);

    LogDownload(JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What kind of answer is asked for. */
    enum Form {
        NONE,
        CSV,
        NDJSON;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is sent.
     *
     * @param after the place behind which to begin, if the wish has an entry to begin behind
     * @param newest nothing behind this place is sent, unless the wish is to follow
     */
    record Source(AuditLog log, LogFilter filter, Reader reader, LogWish wish, long after, long newest) {

        boolean isInOrder() {
            return wish.after() != null || wish.follow();
        }
    }

    static Form form(@Nullable String accept) {
        if (accept == null) {
            return Form.NONE;
        }
        return switch (accept.replaceFirst("[;,].*", "").strip().toLowerCase(Locale.ROOT)) {
            case "text/csv" -> Form.CSV;
            case "application/x-ndjson" -> Form.NDJSON;
            default -> Form.NONE;
        };
    }

    void send(Source source, Form form, HttpServletResponse response) throws IOException {
        String organisation = source.log().organisation();
        if (!streams.enter(organisation)) {
            throw Problem.of(ProblemCode.RATE_LIMITED, Message.of("log.too-many"))
                    .retryAfter(RETRY_SECONDS)
                    .exception();
        }
        try {
            response.setContentType(form == Form.CSV ? "text/csv;charset=UTF-8" : "application/x-ndjson");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"archive-log-" + DAY.format(clock.instant()) + "." + form.key() + "\"");
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
            if (form == Form.CSV) {
                out.write(bytes(BYTE_ORDER_MARK
                        + Csv.row(
                                "time",
                                "administrator",
                                "type",
                                "what",
                                "object",
                                "reason",
                                "case",
                                "ip",
                                "result",
                                "id")));
            }
            if (source.isInOrder()) {
                inOrder(source, form, out);
            } else {
                newestFirst(source, form, out);
            }
            out.flush();
        } finally {
            streams.leave(organisation);
        }
    }

    private void newestFirst(Source source, Form form, OutputStream out) throws IOException {
        LogRows.Behind behind = source.wish().cursor();
        List<LogRow> rows;
        do {
            rows = source.log().page(source.filter(), behind, AT_ONCE);
            for (LogRow row : rows) {
                if (row.place() <= source.newest()) {
                    write(row, source.reader(), form, out);
                }
                behind = new LogRows.Behind(row.at(), row.place());
            }
        } while (rows.size() == AT_ONCE);
    }

    private void inOrder(Source source, Form form, OutputStream out) throws IOException {
        long end = source.wish().follow() && source.wish().after() == null ? source.newest() : source.after();
        long began = System.nanoTime();
        boolean goesOn = true;
        while (goesOn) {
            long seen = source.log().newest();
            List<LogRow> rows = source.log().following(source.filter(), end, AT_ONCE);
            for (LogRow row : rows) {
                if (source.wish().follow() || row.place() <= source.newest()) {
                    write(row, source.reader(), form, out);
                }
                end = row.place();
            }
            goesOn = rows.size() == AT_ONCE || (source.wish().follow() && awaitMore(source.log(), seen, out, began));
        }
    }

    /** Waits for more; an empty line in between finds out whether anybody is still there. */
    private static boolean awaitMore(AuditLog log, long seen, OutputStream out, long began) throws IOException {
        out.flush();
        boolean over = System.nanoTime() - began > LONGEST_FOLLOWING.toNanos();
        try {
            if (!over && !log.isClosing() && !log.awaitBeyond(seen, BREATH)) {
                out.write('\n');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !over && !log.isClosing();
    }

    private void write(LogRow row, Reader reader, Form form, OutputStream out) throws IOException {
        LogLine line = LogLine.of(row, reader);
        if (form == Form.NDJSON) {
            out.write(json.writeValueAsBytes(LogLineView.of(line)));
            out.write('\n');
            return;
        }
        out.write(bytes(Csv.row(
                line.time().toString(),
                line.administrator(),
                line.type(),
                line.sentence(),
                text(line.object()),
                text(line.reason()),
                text(line.matter()),
                text(line.address()),
                line.result(),
                line.id())));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
