package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.Verification;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.archives.Verifications;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and recomputes everything while the client watches, one run at a time: for a person the archive of her
 * organisation, for whoever runs the machine all of them.
 */
@RestController
final class IntegrityController {
    private final OpenArchives archives;
    private final JsonMapper json;
    private final Semaphore one = new Semaphore(1);

    IntegrityController(OpenArchives archives, JsonMapper json) {
        this.archives = archives;
        this.json = json;
    }

    /** The last line of the answer. */
    record Result(
            boolean intact,
            long records,
            long bytes,
            long treeSize,
            List<Verification.Failure> failures,
            List<String> notes) {

        static Result of(Verification done) {
            return new Result(
                    done.intact(), done.records(), done.bytes(), done.treeSize(), done.failures(), done.notes());
        }
    }

    @PostMapping("/api/v1/integrity/runs")
    void run(@AuthenticationPrincipal Caller caller, HttpServletResponse response) throws IOException {
        Collection<OpenArchives.Opened> checked =
                caller instanceof Caller.Local && !archives.all().isEmpty()
                        ? archives.all()
                        : List.of(caller.own(archives));
        if (!one.tryAcquire()) {
            throw Problem.of(ProblemCode.CONFLICT, Message.of("integrity.running"))
                    .exception();
        }
        try {
            for (OpenArchives.Opened each : checked) {
                each.archive().log(caller.actor(), "integrity.run", Map.of());
            }
            verify(checked, caller.actor(), response);
        } finally {
            one.release();
        }
    }

    private void verify(Collection<OpenArchives.Opened> checked, Actor actor, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        var lines = new ProgressLines(response.getOutputStream(), json);
        Map<String, Verification> done = new LinkedHashMap<>();
        for (OpenArchives.Opened each : checked) {
            done.put(
                    each.organisation().name() + " (" + each.organisation().id() + ")",
                    verified(each.archive(), actor, lines));
        }
        lines.last(Result.of(Verifications.joined(done)));
    }

    private static Verification verified(Archive archive, Actor actor, ProgressLines lines) throws IOException {
        Verification done = archive.verify(lines);
        archive.log(
                actor,
                done.intact() ? "integrity.pass" : "integrity.fail",
                Map.of(
                        "records", Long.toString(done.records()),
                        "tree_size", Long.toString(done.treeSize()),
                        "failures", Integer.toString(done.failures().size())));
        return done;
    }
}
