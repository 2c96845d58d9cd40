package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.server.archives.CurrentArchive;
import org.muniment.server.directory.Database;
import org.muniment.server.directory.ImportRun;
import org.muniment.server.directory.ImportRuns;
import org.muniment.server.directory.Ulid;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes mail out of files in, as the client reads them; the server opens no file that a caller names. */
@RestController
@RequestMapping("/api/v1/imports")
final class ImportController {
    private static final int LONGEST_REASON = 1_000;

    private final CurrentArchive current;
    private final ImportRuns runs;
    private final ImportIntake intake;
    private final Database database;
    private final InstantSource clock;

    ImportController(
            CurrentArchive current, ImportRuns runs, ImportIntake intake, Database database, InstantSource clock) {
        this.current = current;
        this.runs = runs;
        this.intake = intake;
        this.database = database;
        this.clock = clock;
    }

    record Start(@Nullable String reason, @Nullable Boolean force) {}

    record Outcomes(List<ItemOutcome> outcomes) {}

    record Finish(
            @Nullable Long found,
            @Nullable Long archived,
            @Nullable Long merged,
            @Nullable Long excluded,
            @Nullable Long failed) {

        ImportRun.Balance balance() {
            var balance = new ImportRun.Balance(
                    count("/found", found),
                    count("/archived", archived),
                    count("/merged", merged),
                    count("/excluded", excluded),
                    count("/failed", failed));
            if (!balance.balances()) {
                throw Problem.field(
                                "/found",
                                "invalid",
                                "The import does not balance: found must be archived + merged + excluded + failed.")
                        .exception();
            }
            return balance;
        }

        private static long count(String pointer, @Nullable Long number) {
            long count = Required.value(pointer, number);
            if (count < 0 || count > Long.MAX_VALUE / 8) {
                throw Problem.field(pointer, "invalid", "The field " + pointer + " must be a count.")
                        .exception();
            }
            return count;
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> start(@RequestBody Start start, @AuthenticationPrincipal Caller caller) throws IOException {
        CurrentArchive.Opened opened = current.get();
        boolean force = Boolean.TRUE.equals(start.force());
        String reason = force
                ? Required.text("/reason", start.reason(), LONGEST_REASON)
                : start.reason() == null ? null : Required.text("/reason", start.reason(), LONGEST_REASON);
        if (!force && !current.isOn()) {
            throw Problem.of(
                            ProblemCode.ARCHIVE_DISABLED,
                            "Archiving is off, so an import archives nothing. Turn it on with ./muniment enable"
                                    + " --reason TEXT, or import with --force --reason TEXT.")
                    .exception();
        }
        var run = new ImportRun(
                Ulid.next("imp", clock.instant()),
                opened.organisation().id(),
                person(caller).id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reason,
                force);
        opened.archive().log(caller.actor(), "import.start", started(run));
        runs.add(run);
        database.sync();
        return Map.of("id", run.id());
    }

    private static Map<String, String> started(ImportRun run) {
        String reason = run.reason();
        return reason == null
                ? Map.of("import", run.id())
                : Map.of("import", run.id(), "reason", reason, "force", Boolean.toString(run.forced()));
    }

    @PostMapping("/{id}/items")
    Outcomes items(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        Archive archive = current.get().archive();
        ImportRun run = running(id, caller);
        if (!ItemStream.MEDIA_TYPE.equals(request.getContentType())) {
            throw Problem.of(ProblemCode.INVALID_REQUEST, "Items are sent as " + ItemStream.MEDIA_TYPE + ".")
                    .exception();
        }
        return new Outcomes(intake.take(archive, run, request.getInputStream()));
    }

    @PostMapping("/{id}/finish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finish(@PathVariable String id, @RequestBody Finish finish, @AuthenticationPrincipal Caller caller)
            throws IOException {
        Archive archive = current.get().archive();
        ImportRun run = running(id, caller);
        ImportRun.Balance balance = finish.balance();
        archive.log(
                caller.actor(),
                "import.finish",
                Map.of(
                        "import", run.id(),
                        "found", Long.toString(balance.found()),
                        "archived", Long.toString(balance.archived()),
                        "merged", Long.toString(balance.merged()),
                        "excluded", Long.toString(balance.excluded()),
                        "failed", Long.toString(balance.failed())));
        runs.finish(run.id(), clock.instant(), balance);
    }

    private ImportRun running(String id, Caller caller) {
        return runs.running(id, person(caller).id())
                .orElseThrow(() -> Ids.notFound(id, "running import of yours with the id"));
    }

    private static Caller.Person person(Caller caller) {
        if (caller instanceof Caller.Person person) {
            return person;
        }
        throw Problem.of(ProblemCode.FORBIDDEN, "An import needs a signed-in person.")
                .exception();
    }
}
