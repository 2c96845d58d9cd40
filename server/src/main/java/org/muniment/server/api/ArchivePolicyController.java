package org.muniment.server.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.DepartmentAccounts;
import org.muniment.server.accounts.OpenNew;
import org.muniment.server.accounts.Policies;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Organisation;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and changes whose mail is archived. */
@RestController
@RequestMapping("/api/v1/archive/policy")
final class ArchivePolicyController {
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_DEPARTMENTS = 100;

    private final OpenArchives archives;
    private final Policies policies;
    private final DepartmentAccounts known;
    private final Reauthentication reauthentication;

    ArchivePolicyController(
            OpenArchives archives, Policies policies, DepartmentAccounts known, Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
        this.archives = archives;
        this.policies = policies;
        this.known = known;
    }

    record Change(
            @Nullable String mode,
            @Nullable OpenNewBody openNew,
            @Nullable String reason,
            @Nullable Boolean dryRun) {}

    record OpenNewBody(
            @Nullable String scope,
            @Nullable List<String> departments,
            @Nullable Boolean subdepartments) {}

    @GetMapping
    ArchivePolicyView policy(@AuthenticationPrincipal Caller caller) {
        return ArchivePolicyView.of(policies.now(organisation(caller)), null);
    }

    private String organisation(Caller caller) {
        return caller.own(archives).organisation().id();
    }

    @PatchMapping
    ArchivePolicyView change(@RequestBody Change change, @AuthenticationPrincipal Caller caller) throws IOException {
        String organisation = organisation(caller);
        Optional<Organisation.Mode> mode = Optional.ofNullable(change.mode()).map(ArchivePolicyController::mode);
        Optional<OpenNew> openNew = Optional.ofNullable(change.openNew()).map(body -> openNew(organisation, body));
        if (Boolean.TRUE.equals(change.dryRun())) {
            return ArchivePolicyView.of(policies.now(organisation), policies.effect(organisation));
        }
        reauthentication.require(caller);
        String reason = Required.text("/reason", change.reason(), LONGEST_REASON);
        return Logged.first(
                () -> ArchivePolicyView.of(policies.change(organisation, mode, openNew, reason, caller.actor()), null));
    }

    private static Organisation.Mode mode(String key) {
        for (Organisation.Mode mode : Organisation.Mode.values()) {
            if (mode.key().equals(key)) {
                return mode;
            }
        }
        throw Problem.field("/mode", "invalid", Message.of("invalid.one-of", "/mode", "whole_domain, opened_accounts"))
                .exception();
    }

    private OpenNew openNew(String organisation, OpenNewBody body) {
        OpenNew.Scope scope = OpenNew.Scope.named(Required.value("/open_new/scope", body.scope()))
                .orElseThrow(() -> Problem.field(
                                "/open_new/scope",
                                "invalid",
                                Message.of("invalid.one-of", "/open_new/scope", "none, everybody, departments"))
                        .exception());
        List<String> departments = body.departments() == null ? List.of() : body.departments();
        if (departments.size() > MOST_DEPARTMENTS) {
            throw Problem.field(
                            "/open_new/departments",
                            "invalid",
                            Message.of("invalid.entries", "/open_new/departments", MOST_DEPARTMENTS))
                    .exception();
        }
        if (scope == OpenNew.Scope.DEPARTMENTS && departments.isEmpty()) {
            throw Problem.field(
                            "/open_new/departments",
                            "required",
                            Message.of("invalid.required", "/open_new/departments"))
                    .exception();
        }
        for (int i = 0; i < departments.size(); i++) {
            AccountQuery.department(
                    organisation, known, "/open_new/departments/" + i, String.valueOf(departments.get(i)));
        }
        return new OpenNew(scope, departments, !Boolean.FALSE.equals(body.subdepartments()), Instant.EPOCH);
    }
}
