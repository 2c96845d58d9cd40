package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.SearchRun;
import org.muniment.archive.Snippet;
import org.muniment.index.BadCursorException;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.language.Message;
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
    private static final String MISSING = "not-found.search";

    private final Door door;
    private final SearchNotes notes;
    private final OpenArchives archives;

    SearchController(Door door, SearchNotes notes, OpenArchives archives) {
        this.archives = archives;
        this.door = door;
        this.notes = notes;
    }

    record Body(
            @Nullable String query,
            @Nullable ConditionsBody conditions,
            @Nullable TimeRangeBody timeRange,
            @Nullable Integer limit) {}

    record Wanted(@Nullable List<String> ids) {}

    record Snippets(List<SnippetView> data) {}

    @PostMapping
    ResponseEntity<SearchView> search(@RequestBody Body body, @AuthenticationPrincipal Caller caller)
            throws QuerySyntaxException, IOException {
        TypedQuery typed = new TypedQuery(body.query(), body.conditions());
        String query = typed.text();
        TimeRange range = TimeRangeBody.range(body.timeRange());
        int limit = Required.within("/limit", body.limit(), PRESET_LIMIT, 0, MOST_HITS);
        List<SearchNotes.Note> known = notes.on(caller.own(archives), range);
        try {
            SearchRun run = door.read(caller, Ids.SEARCH, MISSING, session -> session.search(query, range, limit));
            return answer(HttpStatus.CREATED, SearchView.of(run, Ids.SEARCH + run.id(), known));
        } catch (QuerySyntaxException e) {
            throw typed.placed(e); // a department that is not there is known only now
        }
    }

    @GetMapping("/{id}/results")
    ResponseEntity<SearchView> page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller)
            throws QuerySyntaxException, IOException {
        String run = Ids.strip(Ids.SEARCH, id, MISSING);
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST_HITS);
        try {
            SearchRun page = door.read(caller, Ids.SEARCH, MISSING, session -> session.page(run, most, cursor));
            return answer(HttpStatus.OK, SearchView.of(page, id, notes.on(caller.own(archives), page.range())));
        } catch (BadCursorException e) {
            throw Problem.field("cursor", "invalid", Message.of("invalid.cursor"))
                    .exception();
        }
    }

    private static ResponseEntity<SearchView> answer(HttpStatus status, SearchView view) {
        return ResponseEntity.status(status)
                .header(Door.AUDIT_ENTRY, view.auditEntry())
                .body(view);
    }

    @PostMapping("/{id}/snippets")
    Snippets snippets(
            @PathVariable String id,
            @RequestBody Wanted wanted,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String run = Ids.strip(Ids.SEARCH, id, MISSING);
        List<String> shown = Required.value("/ids", wanted.ids());
        if (shown.isEmpty() || shown.size() > ArchiveSession.MOST_SNIPPETS) {
            throw Problem.field(
                            "/ids", "invalid", Message.of("invalid.ids", ArchiveSession.MOST_SNIPPETS, shown.size()))
                    .exception();
        }
        List<String> ids = shown.stream()
                .map(one -> Ids.strip(Ids.MESSAGE, String.valueOf(one), "not-found.message"))
                .toList();
        List<Snippet> snippets =
                door.read(caller, "", "not-found.in-search", response, session -> session.snippets(run, ids));
        return new Snippets(snippets.stream().map(SnippetView::of).toList());
    }
}
