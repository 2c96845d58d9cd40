package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveSession;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands messages out as one zip, streamed. A zip that ends early ends the connection, so nobody takes it for whole. */
@RestController
final class ExportController {
    private static final int MOST_IDS = 500_000;

    private final Door door;

    ExportController(Door door) {
        this.door = door;
    }

    record Search(@Nullable String query, @Nullable TimeRangeBody timeRange) {}

    record Body(@Nullable Search search, @Nullable List<String> ids) {}

    @PostMapping("/api/v1/exports")
    void export(@RequestBody Body body, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        ArchiveSession.Export export = prepare(body, caller);
        response.setContentType("application/zip");
        response.setHeader("Export-Id", Ids.EXPORT + export.id());
        response.setHeader("Export-Size", Long.toString(export.size()));
        response.setHeader("Audit-Entry", Ids.LOG + export.id());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + Ids.EXPORT + export.id() + ".zip\"");
        export.writeZip(response.getOutputStream(), null);
    }

    private ArchiveSession.Export prepare(Body body, Caller caller) throws QuerySyntaxException, IOException {
        Search search = body.search();
        List<String> ids = body.ids();
        if ((search == null) == (ids == null)) {
            throw Problem.field("", "invalid", "Say what to export: either search or ids.")
                    .exception();
        }
        return search != null ? found(search, caller) : chosen(ids == null ? List.of() : ids, caller);
    }

    private ArchiveSession.Export found(Search search, Caller caller) throws QuerySyntaxException, IOException {
        String query = search.query() == null ? "" : search.query();
        TimeRange range = TimeRangeBody.range(search.timeRange());
        return door.read(caller, Ids.MESSAGE, "message", session -> session.exportSearch(query, range));
    }

    private ArchiveSession.Export chosen(List<String> shown, Caller caller) throws QuerySyntaxException, IOException {
        if (shown.isEmpty() || shown.size() > MOST_IDS) {
            throw Problem.field("/ids", "invalid", "Give 1 to " + MOST_IDS + " ids; there are " + shown.size() + ".")
                    .exception();
        }
        List<String> ids = shown.stream()
                .map(id -> Ids.strip(Ids.MESSAGE, String.valueOf(id), "message"))
                .toList();
        return door.read(caller, Ids.MESSAGE, "message", session -> session.exportMessages(ids));
    }
}
