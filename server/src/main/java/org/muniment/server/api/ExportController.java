package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveSession;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands messages out as one zip, streamed. A zip that ends early ends the connection, so nobody takes it for whole. */
@RestController
@RequestMapping("/api/v1/exports")
final class ExportController {
    private static final int MOST_IDS = 500_000;
    private static final long RETRY_SECONDS = 30;

    private final Door door;
    private final PreparedExports prepared;

    ExportController(Door door, PreparedExports prepared) {
        this.door = door;
        this.prepared = prepared;
    }

    record Search(@Nullable String query, @Nullable TimeRangeBody timeRange) {}

    record Body(
            @Nullable String searchId,
            @Nullable Search search,
            @Nullable List<String> ids) {}

    record View(String id, long size, String zip, Instant expiresAt, String auditEntry) {
        static View of(PreparedExports.Prepared kept) {
            String id = kept.export().id();
            return new View(
                    Ids.EXPORT + id,
                    kept.export().size(),
                    "/api/v1/exports/" + Ids.EXPORT + id + "/zip",
                    kept.expires().truncatedTo(ChronoUnit.SECONDS),
                    Ids.LOG + id);
        }
    }

    /** Gives the zip at once, or, to whom asks for JSON, the address where it can be fetched. */
    @PostMapping
    @Nullable
    ResponseEntity<View> export(
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        ArchiveSession.Export export = prepare(body, caller);
        if (MediaType.APPLICATION_JSON_VALUE.equals(accept)) {
            int named = body.ids() == null ? 0 : body.ids().size();
            View view = View.of(prepared.keep(export, Persons.only(caller).id(), named));
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header(Door.AUDIT_ENTRY, view.auditEntry())
                    .body(view);
        }
        send(export, Ids.LOG + export.id(), response);
        return null;
    }

    @GetMapping("/{id}/zip")
    void zip(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws IOException {
        String person = Persons.only(caller).id();
        door.requireReason(caller);
        ArchiveSession.Export export = prepared.find(Ids.strip(Ids.EXPORT, id, "not-found.export"), person)
                .orElseThrow(() -> Ids.notFound(id, "not-found.export"))
                .export();
        if (!prepared.begin(person)) {
            throw Problem.of(ProblemCode.RATE_LIMITED, Message.of("export.too-many"))
                    .retryAfter(RETRY_SECONDS)
                    .exception();
        }
        try {
            String entry = door.note(caller, "export.download", Map.of("export", id));
            send(export, entry, response);
        } finally {
            prepared.end(person);
        }
    }

    private static void send(ArchiveSession.Export export, String entry, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Export-Id", Ids.EXPORT + export.id());
        response.setHeader("Export-Size", Long.toString(export.size()));
        response.setHeader(Door.AUDIT_ENTRY, entry);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + Ids.EXPORT + export.id() + ".zip\"");
        export.writeZip(response.getOutputStream(), null);
    }

    private ArchiveSession.Export prepare(Body body, Caller caller) throws QuerySyntaxException, IOException {
        long given = Stream.of(body.searchId(), body.search(), body.ids())
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw Problem.field("", "invalid", Message.of("export.one-of")).exception();
        }
        Search search = body.search();
        List<String> ids = body.ids();
        if (search != null) {
            return found(search, caller);
        }
        return ids != null ? chosen(ids, caller) : ofRun(String.valueOf(body.searchId()), caller);
    }

    private ArchiveSession.Export found(Search search, Caller caller) throws QuerySyntaxException, IOException {
        String query = search.query() == null ? "" : search.query();
        TimeRange range = TimeRangeBody.range(search.timeRange());
        return door.read(caller, Ids.MESSAGE, "not-found.message", session -> session.exportSearch(query, range));
    }

    private ArchiveSession.Export ofRun(String shown, Caller caller) throws QuerySyntaxException, IOException {
        String run = Ids.strip(Ids.SEARCH, shown, "not-found.search");
        return door.read(caller, Ids.SEARCH, "not-found.search", session -> session.exportRun(run));
    }

    private ArchiveSession.Export chosen(List<String> shown, Caller caller) throws QuerySyntaxException, IOException {
        if (shown.isEmpty() || shown.size() > MOST_IDS) {
            throw Problem.field("/ids", "invalid", Message.of("invalid.ids", MOST_IDS, shown.size()))
                    .exception();
        }
        List<String> ids = shown.stream()
                .map(id -> Ids.strip(Ids.MESSAGE, String.valueOf(id), "not-found.message"))
                .toList();
        return door.read(caller, Ids.MESSAGE, "not-found.message", session -> session.exportMessages(ids));
    }
}
