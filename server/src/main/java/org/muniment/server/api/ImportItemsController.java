package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ImportReport;
import org.muniment.server.database.ImportRun;
import org.muniment.server.database.ImportRuns;
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

/** Takes mail out of files in, as the client reads them; the server opens no file that a caller names. */
@RestController
@RequestMapping("/api/v1/imports/{id}")
final class ImportItemsController {
    private final OpenArchives archives;
    private final ImportRuns runs;
    private final ImportIntake intake;
    private final InstantSource clock;

    ImportItemsController(OpenArchives archives, ImportRuns runs, ImportIntake intake, InstantSource clock) {
        this.archives = archives;
        this.runs = runs;
        this.intake = intake;
        this.clock = clock;
    }

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
                throw Problem.field("/found", "invalid", Message.of("import.unbalanced"))
                        .exception();
            }
            return balance;
        }

        private static long count(String pointer, @Nullable Long number) {
            long count = Required.value(pointer, number);
            if (count < 0 || count > Long.MAX_VALUE / 8) {
                throw Problem.field(pointer, "invalid", Message.of("invalid.count", pointer))
                        .exception();
            }
            return count;
        }
    }

    @PostMapping("/items")
    Outcomes items(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        Archive archive = caller.own(archives).archive();
        ImportRun run = running(id, caller);
        if (!ItemStream.MEDIA_TYPE.equals(request.getContentType())) {
            throw Problem.of(ProblemCode.INVALID_REQUEST, Message.of("invalid.content-type", ItemStream.MEDIA_TYPE))
                    .exception();
        }
        List<ItemOutcome> outcomes = intake.take(archive, run, request.getInputStream());
        runs.count(id, ItemOutcome.balance(outcomes)); // for whoever watches; the client's own count is final
        return new Outcomes(outcomes);
    }

    @PostMapping("/finish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finish(@PathVariable String id, @RequestBody Finish finish, @AuthenticationPrincipal Caller caller)
            throws IOException {
        Archive archive = caller.own(archives).archive();
        ImportRun run = running(id, caller);
        ImportRun.Balance balance = finish.balance();
        var end = new ImportRun.Progress(ImportRun.State.DONE, balance, 0, 0, null, null);
        ImportReport report = runs.find(run.id()).orElseThrow();
        archive.log(caller.actor(), "import.finish", ImportJobs.detail(report, end));
        runs.finish(run.id(), clock.instant(), end);
    }

    private ImportRun running(String id, Caller caller) {
        return runs.running(id, Persons.only(caller).id())
                .orElseThrow(() -> Ids.notFound(id, "not-found.running-import"));
    }
}
