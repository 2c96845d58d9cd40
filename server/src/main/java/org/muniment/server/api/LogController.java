package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.LogEntry;
import org.muniment.archive.LogEvidence;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.audit.AuditLog;
import org.muniment.server.audit.AuditLogs;
import org.muniment.server.audit.LogBehindException;
import org.muniment.server.audit.LogComparison;
import org.muniment.server.audit.LogLine;
import org.muniment.server.audit.LogTypes;
import org.muniment.server.audit.Reader;
import org.muniment.server.database.LogFilter;
import org.muniment.server.database.LogRow;
import org.muniment.server.database.LogRows;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Capability;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The archive log for people and programs. Reading it is logged too, once per request, before anything is shown. Whoever
 * may not read all of it reads his own entries; who may not read mail sees nothing that was read out of it.
 */
@RestController
final class LogController {
    /** Further than this nobody counts. */
    private static final int MOST_COUNTED = 10_000;

    private static final long RETRY_SECONDS = 5;
    private static final String QUERY = "log.query";

    private final OpenArchives archives;
    private final AuditLogs logs;
    private final Door door;
    private final LogDownload download;
    private final InstantSource clock;
    private final PerOrganisation comparisons = new PerOrganisation(1);

    LogController(OpenArchives archives, AuditLogs logs, Door door, LogDownload download, InstantSource clock) {
        this.archives = archives;
        this.logs = logs;
        this.door = door;
        this.download = download;
        this.clock = clock;
    }

    record Total(long value, String relation) {}

    record Page(
            List<LogLineView> data,
            @Nullable String nextCursor,
            Instant asOf,
            Total total,
            long entries,
            String auditEntry) {}

    record Types(List<LogTypes.Known> data, List<String> administrators) {}

    record Difference(String kind, String entry, long place, List<String> fields) {
        static @Nullable Difference of(LogComparison.@Nullable Difference found) {
            return found == null
                    ? null
                    : new Difference(
                            found.kind().key(),
                            found.id().isEmpty() ? "" : Ids.LOG + found.id(),
                            found.place(),
                            found.fields());
        }
    }

    record Compared(
            boolean intact,
            long entries,
            long treeSize,
            @Nullable Difference difference) {}

    record Started(boolean started) {}

    /** A page as JSON, or everything as CSV or as lines of JSON. */
    @GetMapping("/api/v1/log")
    @Nullable
    ResponseEntity<Page> list(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        LogWish wish = LogWish.of(request.getParameterMap());
        LogDownload.Form form = LogDownload.form(accept);
        if (form == LogDownload.Form.NONE && wish.follow()) {
            throw Problem.field("follow", "invalid", Message.of("log.follow")).exception();
        }
        Map<String, String> detail = wish.detail();
        if (form != LogDownload.Form.NONE) {
            detail.put("format", form.key());
        }
        long after = wish.after() == null ? 0 : place(caller, wish.after());
        String entry = door.note(caller, form == LogDownload.Form.NONE ? QUERY : "log.download", detail);
        AuditLog log = log(caller);
        long newest = catchUp(log);
        Reader reader = reader(caller, request, wish.zone());
        LogFilter filter = wish.filter(log, only(caller), reader.readsMail());
        response.setHeader(Door.AUDIT_ENTRY, entry);
        if (form != LogDownload.Form.NONE) {
            download.send(new LogDownload.Source(log, filter, reader, wish, after, newest), form, response);
            return null;
        }
        return ResponseEntity.ok(page(log, filter, wish, after, newest, reader, entry));
    }

    private Page page(
            AuditLog log, LogFilter filter, LogWish wish, long after, long newest, Reader reader, String entry) {
        List<LogRow> rows = wish.after() == null
                ? log.page(filter, wish.cursor(), wish.limit() + 1)
                : log.following(filter, after, wish.limit());
        boolean more = rows.size() > wish.limit();
        List<LogRow> shown = more ? rows.subList(0, wish.limit()) : rows;
        LogRow last = shown.isEmpty() ? null : shown.getLast();
        LogRows.Counted counted = filter.isOpen() ? new LogRows.Counted(newest, true) : log.count(filter, MOST_COUNTED);
        return new Page(
                shown.stream()
                        .map(row -> LogLineView.of(LogLine.of(row, reader)))
                        .toList(),
                more && last != null ? LogWish.cursor(new LogRows.Behind(last.at(), last.place())) : null,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new Total(counted.value(), counted.all() ? "eq" : "gte"),
                filter.isOpen() || filter.actors().isEmpty() ? newest : counted.value(),
                entry);
    }

    /** The place of an entry that is the caller's to see. */
    private long place(Caller caller, String id) throws IOException {
        AuditLog log = log(caller);
        catchUp(log);
        String only = only(caller);
        return log.row(id)
                .filter(row -> only == null || row.actor().equals(only))
                .orElseThrow(() -> Ids.notFound(Ids.LOG + id, "not-found.log-entry"))
                .place();
    }

    @GetMapping("/api/v1/log/{id}")
    LogEntryView entry(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String tz,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        String record = Ids.strip(Ids.LOG, id, "not-found.log-entry");
        String noted = door.note(caller, QUERY, Map.of(LogEntry.OBJECT, id));
        AuditLog log = log(caller);
        String only = only(caller);
        LogEntry entry = log.entry(record)
                .filter(one -> only == null || one.actor().name().equals(only))
                .orElseThrow(() -> Ids.notFound(id, "not-found.log-entry"));
        LogEvidence evidence = log.evidence(record).orElseThrow();
        catchUp(log);
        long place = log.row(record).map(LogRow::place).orElse(0L); // 0: the database has lost it
        response.setHeader(Door.AUDIT_ENTRY, noted);
        Map<String, String[]> zone = tz == null ? Map.of() : Map.of("tz", new String[] {tz});
        Reader reader = reader(caller, request, LogWish.of(zone).zone());
        return LogEntryView.of(LogLine.of(entry, place, reader), evidence);
    }

    @GetMapping("/api/v1/log/types")
    Types types(@AuthenticationPrincipal Caller caller) throws IOException {
        AuditLog log = log(caller);
        catchUp(log);
        String only = only(caller);
        return only == null
                ? new Types(LogTypes.known(log.types()), log.administrators(""))
                : new Types(LogTypes.known(new TreeMap<>()), List.of(only));
    }

    /** Compares; the entry that tells of it is part of what is compared. */
    @GetMapping("/api/v1/log/verify")
    Compared verify(HttpServletResponse response, @AuthenticationPrincipal Caller caller) throws IOException {
        String organisation = beginComparing(caller);
        try {
            response.setHeader(Door.AUDIT_ENTRY, door.note(caller, "log.verify", Map.of()));
            LogComparison done = log(caller).compare();
            LogComparison.Difference found = done.difference();
            if (found != null) {
                Map<String, String> detail = new LinkedHashMap<>();
                detail.put(LogEntry.OBJECT, Ids.LOG + found.id());
                detail.put("kind", found.kind().key());
                detail.put("place", Long.toString(found.place()));
                detail.put("fields", String.join(" ", found.fields()));
                door.note(caller, "log.difference", detail);
            }
            return new Compared(found == null, done.entries(), done.treeSize(), Difference.of(found));
        } catch (LogBehindException e) {
            throw behind().exception();
        } finally {
            comparisons.leave(organisation);
        }
    }

    /** Nobody else of the organisation compares or makes again meanwhile what is compared. */
    private String beginComparing(Caller caller) {
        String organisation = caller.own(archives).organisation().id();
        if (!comparisons.enter(organisation)) {
            throw Problem.of(ProblemCode.CONFLICT, Message.of("integrity.running"))
                    .exception();
        }
        return organisation;
    }

    @PostMapping("/api/v1/log:rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started rebuild(@AuthenticationPrincipal Caller caller) throws IOException {
        String organisation = beginComparing(caller);
        try {
            door.note(caller, "log.rebuild", Map.of());
            log(caller).rebuild();
            return new Started(true);
        } finally {
            comparisons.leave(organisation);
        }
    }

    private AuditLog log(Caller caller) {
        String organisation = caller.own(archives).organisation().id();
        return logs.find(organisation).orElseThrow(() -> behind().exception());
    }

    private static long catchUp(AuditLog log) throws IOException {
        try {
            return log.catchUp();
        } catch (LogBehindException e) {
            throw behind().exception();
        }
    }

    private static Problem behind() {
        return Problem.of(ProblemCode.UNAVAILABLE, Message.of("log.behind")).retryAfter(RETRY_SECONDS);
    }

    /** Whose entries alone this caller may see; {@code null} for everybody's. */
    private static @Nullable String only(Caller caller) {
        boolean all = !(caller instanceof Caller.Person person) || person.may(Capability.LOG_READ);
        return all ? null : caller.actor().name();
    }

    private static Reader reader(Caller caller, HttpServletRequest request, ZoneId zone) {
        boolean readsMail = caller instanceof Caller.Person person && person.may(Capability.LOG_CONTENT);
        return new Reader(ProblemWriter.language(request), zone, readsMail);
    }
}
