package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.ImportReport;
import org.muniment.server.database.ImportRun;
import org.muniment.server.database.ImportRuns;
import org.muniment.server.jobs.ImportJobs;
import org.muniment.server.language.Language;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells how imports are doing and what failed in them. */
@RestController
@RequestMapping("/api/v1/imports")
final class ImportReportController {
    private static final int PRESET_LIMIT = 50;
    private static final int MOST = 500;
    private static final String CSV = "text/csv";

    private final ImportRuns runs;
    private final ImportJobs jobs;

    ImportReportController(ImportRuns runs, ImportJobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    record Page(List<ImportView> data, @Nullable String nextCursor) {}

    record Failures(List<ImportRun.Failure> data) {}

    @GetMapping
    Page imports(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request) {
        Language language = ProblemWriter.language(request);
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST);
        if (cursor != null && !cursor.matches("imp_[0-9a-z]{26}")) {
            throw Problem.field("cursor", "invalid", Message.of("invalid.cursor"))
                    .exception();
        }
        List<ImportReport> found = runs.newest(Persons.only(caller).organisation(), cursor, most + 1);
        boolean more = found.size() > most;
        List<ImportReport> shown = more ? found.subList(0, most) : found;
        return new Page(
                shown.stream().map(report -> view(report, language)).toList(),
                more ? shown.getLast().run().id() : null);
    }

    @GetMapping("/{id}")
    ImportView one(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        return view(known(id, caller), ProblemWriter.language(request));
    }

    private ImportView view(ImportReport report, Language language) {
        ImportReport newest = jobs.progress(report.run().id())
                .filter(_ -> report.ended() == null)
                .map(now -> report.at(now, null))
                .orElse(report);
        return ImportView.of(newest, language);
    }

    private ImportReport known(String id, Caller caller) {
        return runs.find(id, Persons.only(caller).organisation())
                .orElseThrow(() -> Ids.notFound(id, "not-found.import"));
    }

    @GetMapping(path = "/{id}/failures", produces = MediaType.APPLICATION_JSON_VALUE)
    Failures failures(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return new Failures(runs.failures(known(id, caller).run().id()));
    }

    @GetMapping(path = "/{id}/failures", produces = CSV)
    ResponseEntity<String> table(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var table = new StringBuilder("\uFEFFpath,position,reason\r\n"); // the mark makes spreadsheets read UTF-8
        for (ImportRun.Failure failure : runs.failures(known(id, caller).run().id())) {
            table.append(Csv.row(failure.path(), Long.toString(failure.position()), failure.reason()));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-failures.csv\"")
                .body(table.toString());
    }
}
