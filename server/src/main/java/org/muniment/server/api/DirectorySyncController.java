package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.api.DirectoryImportController.Look;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.LdapSync;
import org.muniment.server.directory.SyncRun;
import org.muniment.server.language.Language;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sets from which directory server accounts are read, tries it, and reads them. */
@RestController
@RequestMapping("/api/v1/directory/syncs")
final class DirectorySyncController {
    private final OpenArchives archives;
    private final LdapSync sync;
    private final Reauthentication reauthentication;

    DirectorySyncController(OpenArchives archives, LdapSync sync, Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
        this.archives = archives;
        this.sync = sync;
    }

    record RunView(
            String id,
            Instant begun,
            Instant ended,
            String begunBy,
            String outcome,
            int entries,
            int skipped,
            @Nullable String importId,
            Map<String, Long> counts,
            @Nullable String problem) {
        static RunView of(SyncRun run) {
            return new RunView(
                    run.id(),
                    run.begun(),
                    run.ended(),
                    run.begunBy(),
                    run.outcome().key(),
                    run.entries(),
                    run.skipped(),
                    run.plan(),
                    run.counts(),
                    run.problem());
        }
    }

    record Runs(List<RunView> data) {}

    record SyncView(
            @Nullable LdapSettingsBody settings,
            boolean passwordSet,
            @Nullable Instant lastBegun,
            @Nullable Instant next,
            boolean running) {}

    record StepView(String step, boolean done, String detail) {}

    record TrialView(boolean passed, List<StepView> steps, int entries, int skipped, List<Look> sample) {}

    private String organisation(Caller caller) {
        return caller.own(archives).organisation().id();
    }

    @GetMapping
    Runs runs(@AuthenticationPrincipal Caller caller) {
        return new Runs(
                sync.runs(organisation(caller)).stream().map(RunView::of).toList());
    }

    @GetMapping("/ldap")
    SyncView current(@AuthenticationPrincipal Caller caller) {
        Optional<LdapSync.Current> current = sync.current(organisation(caller));
        return current.map(known -> new SyncView(
                        LdapSettingsBody.of(known.settings()),
                        known.passwordSet(),
                        known.lastBegun(),
                        known.next(),
                        known.running()))
                .orElse(new SyncView(null, false, null, null, false));
    }

    @PutMapping("/ldap")
    SyncView keep(@RequestBody LdapSettingsBody body, @AuthenticationPrincipal Caller caller) throws IOException {
        reauthentication.require(caller); // whoever sets the server may decide who signs in
        sync.keep(organisation(caller), caller.actor(), body.settings(), body.password());
        return current(caller);
    }

    @PostMapping("/ldap:test")
    TrialView test(
            @RequestBody LdapSettingsBody body, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        Language language = ProblemWriter.language(request);
        LdapSync.Trial trial = sync.test(organisation(caller), body.settings(), body.password());
        return new TrialView(
                trial.passed(),
                trial.steps().stream()
                        .map(one -> new StepView(
                                one.step().key(), one.done(), one.sentence().in(language)))
                        .toList(),
                trial.entries(),
                trial.skipped(),
                trial.sample().stream().map(Look::shown).toList());
    }

    @PostMapping("/ldap:run")
    RunView run(@AuthenticationPrincipal Caller caller) throws IOException {
        return RunView.of(sync.run(organisation(caller), caller.actor()));
    }
}
