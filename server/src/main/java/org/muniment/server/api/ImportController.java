package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.ImportReport;
import org.muniment.server.database.ImportRun;
import org.muniment.server.database.ImportRuns;
import org.muniment.server.database.Ulid;
import org.muniment.server.database.Upload;
import org.muniment.server.database.Uploads;
import org.muniment.server.jobs.ImportJobs;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins imports: of uploaded files, which the server reads, or of items that the client will send. */
@RestController
@RequestMapping("/api/v1/imports")
final class ImportController {
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_UPLOADS = 1_000;
    private static final int NAMES_LOGGED = 20;

    private final OpenArchives archives;
    private final ImportRuns runs;
    private final Uploads uploads;
    private final ImportJobs jobs;
    private final Database database;
    private final InstantSource clock;

    ImportController(
            OpenArchives archives,
            ImportRuns runs,
            Uploads uploads,
            ImportJobs jobs,
            Database database,
            InstantSource clock) {
        this.archives = archives;
        this.runs = runs;
        this.uploads = uploads;
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
    }

    record Start(
            @Nullable List<String> uploads,
            @Nullable String reason,
            @Nullable Boolean force) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImportView start(@RequestBody Start start, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        OpenArchives.Opened opened = caller.own(archives);
        Caller.Person person = Persons.only(caller);
        boolean force = Boolean.TRUE.equals(start.force());
        String reason =
                force || start.reason() != null ? Required.text("/reason", start.reason(), LONGEST_REASON) : null;
        if (!force && !opened.isOn()) {
            throw Problem.of(ProblemCode.ARCHIVE_DISABLED, Message.of("import.archiving-off"))
                    .exception();
        }
        List<ImportRun.File> files = files(start.uploads(), person);
        var run = new ImportRun(
                Ulid.next("imp", clock.instant()),
                opened.organisation().id(),
                person.id(),
                files.isEmpty() ? ImportRun.Kind.ITEMS : ImportRun.Kind.UPLOAD,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reason,
                force);
        opened.archive().log(caller.actor(), "import.start", started(run, files));
        keep(run, files);
        database.sync();
        ImportReport report = runs.find(run.id()).orElseThrow();
        if (run.kind() == ImportRun.Kind.UPLOAD) {
            jobs.start(report, opened.archive());
        }
        return ImportView.of(report, ProblemWriter.language(request));
    }

    /** The files behind these ids; each must be this person's, complete and free. */
    private List<ImportRun.File> files(@Nullable List<String> ids, Caller.Person person) {
        if (ids == null) {
            return List.of();
        }
        if (ids.isEmpty() || ids.size() > MOST_UPLOADS || new LinkedHashSet<>(ids).size() < ids.size()) {
            throw Problem.field("/uploads", "invalid", Message.of("import.uploads", MOST_UPLOADS))
                    .exception();
        }
        List<ImportRun.File> files = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            files.add(file("/uploads/" + i, String.valueOf(ids.get(i)), person));
        }
        return files;
    }

    private ImportRun.File file(String pointer, String id, Caller.Person person) {
        Upload upload = uploads.find(id, person.id())
                .orElseThrow(() -> Problem.field(pointer, "unknown", Message.of("not-found.upload", Ids.shown(id)))
                        .exception());
        if (!upload.isComplete()) {
            throw Problem.field(pointer, "invalid", Message.of("import.incomplete", upload.id()))
                    .exception();
        }
        if (upload.importRun() != null) {
            throw taken();
        }
        return new ImportRun.File(upload.id(), upload.name(), upload.length());
    }

    private static ProblemException taken() {
        return Problem.of(ProblemCode.CONFLICT, Message.of("import.upload-taken"))
                .exception();
    }

    /** All of it or nothing: an upload that somebody else's request took meanwhile undoes the whole. */
    private void keep(ImportRun run, List<ImportRun.File> files) {
        database.inTransaction(() -> {
            runs.add(run, files);
            for (ImportRun.File file : files) {
                if (!uploads.give(file.upload(), run.person(), run.id())) {
                    throw taken();
                }
            }
        });
    }

    private static Map<String, String> started(ImportRun run, List<ImportRun.File> files) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("import", run.id());
        if (run.reason() != null) {
            detail.put("reason", run.reason());
            detail.put("force", Boolean.toString(run.forced()));
        }
        if (!files.isEmpty()) {
            detail.put("files", Integer.toString(files.size()));
            List<String> names =
                    files.stream().limit(NAMES_LOGGED).map(ImportRun.File::name).toList();
            detail.put("names", String.join(", ", names));
        }
        return detail;
    }

    @PostMapping("/{id}:cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView cancel(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        OpenArchives.Opened opened = caller.own(archives);
        ImportReport report =
                runs.find(id, opened.organisation().id()).orElseThrow(() -> Ids.notFound(id, "not-found.import"));
        if (report.progress().state() != ImportRun.State.RUNNING) {
            throw ended();
        }
        opened.archive().log(caller.actor(), "import.cancel", Map.of("import", id));
        if (!jobs.cancel(report)) {
            throw ended();
        }
        ImportReport now = runs.find(id).orElseThrow();
        return ImportView.of(
                now.at(jobs.progress(id).orElse(now.progress()), now.ended()), ProblemWriter.language(request));
    }

    private static ProblemException ended() {
        return Problem.of(ProblemCode.CONFLICT, Message.of("import.ended")).exception();
    }
}
