package org.muniment.server.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.SearchRun;
import org.muniment.index.BadCursorException;
import org.muniment.index.Hit;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches, and pages through what a search found. */
@RestController
@RequestMapping("/api/v1/searches")
final class SearchController {
    private static final int PRESET_LIMIT = 50;
    private static final int MOST_HITS = 500;
    private static final String AUDIT_ENTRY = "Audit-Entry";

    private final Door door;

    SearchController(Door door) {
        this.door = door;
    }

    record Body(
            @Nullable String query,
            @Nullable TimeRangeBody timeRange,
            @Nullable Integer limit) {}

    record Total(long value, String relation) {}

    record HitView(
            String id,
            Instant sent,
            Instant archived,
            long size,
            String subject,
            List<String> from,
            List<String> to,
            int recipientCount,
            int attachments) {

        static HitView of(Hit hit) {
            return new HitView(
                    Ids.MESSAGE + hit.id(),
                    hit.sent(),
                    hit.archived(),
                    hit.size(),
                    hit.subject(),
                    hit.from(),
                    hit.to(),
                    hit.recipientCount(),
                    hit.attachments());
        }
    }

    record View(
            String id,
            String canonical,
            Total total,
            Instant asOf,
            long indexPosition,
            List<HitView> data,
            @Nullable String nextCursor,
            String auditEntry) {

        static View of(SearchRun run) {
            return new View(
                    Ids.SEARCH + run.id(),
                    run.query(),
                    new Total(run.total(), "eq"),
                    run.asOf(),
                    run.position(),
                    run.hits().stream().map(HitView::of).toList(),
                    run.next(),
                    Ids.LOG + run.entry());
        }
    }

    @PostMapping
    ResponseEntity<View> search(@RequestBody Body body, @AuthenticationPrincipal Caller caller)
            throws QuerySyntaxException, IOException {
        String query = body.query() == null ? "" : body.query();
        TimeRange range = TimeRangeBody.range(body.timeRange());
        int limit = Required.within("/limit", body.limit(), PRESET_LIMIT, 0, MOST_HITS);
        View view = View.of(door.read(caller, Ids.SEARCH, "search", session -> session.search(query, range, limit)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(AUDIT_ENTRY, view.auditEntry())
                .body(view);
    }

    @GetMapping("/{id}/results")
    View page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller)
            throws QuerySyntaxException, IOException {
        String run = Ids.strip(Ids.SEARCH, id, "search");
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST_HITS);
        try {
            return View.of(door.read(
                    caller,
                    Ids.SEARCH,
                    "search",
                    session -> session.page(run, most, Required.value("cursor", cursor))));
        } catch (BadCursorException e) {
            throw Problem.field("cursor", "invalid", String.valueOf(e.getMessage()))
                    .exception();
        }
    }
}
