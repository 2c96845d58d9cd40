package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.DirectoryPlans;
import org.muniment.server.directory.Encoding;
import org.muniment.server.directory.Plan;
import org.muniment.server.directory.PlanChange;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reads tables of accounts into plans, shows them, and applies them. */
@RestController
@RequestMapping("/api/v1/directory/imports")
final class DirectoryImportController {
    private static final int PRESET_LIMIT = 50;
    private static final int MOST = 500;

    private final OpenArchives archives;
    private final DirectoryPlans plans;
    private final PerOrganisation uploads = new PerOrganisation(1);

    DirectoryImportController(OpenArchives archives, DirectoryPlans plans) {
        this.archives = archives;
        this.plans = plans;
    }

    record PlanView(
            String id,
            String source,
            String state,
            Instant created,
            String createdBy,
            @Nullable Instant ended,
            @Nullable String endedBy,
            boolean confirmNeeded,
            long changes,
            Map<String, Long> counts) {}

    record Plans(List<PlanView> data) {}

    record Look(String address, String name, List<String> aliases, List<List<String>> departments, String state) {
        static @Nullable Look of(PlanChange.@Nullable Look look) {
            return look == null ? null : shown(look);
        }

        static Look shown(PlanChange.Look look) {
            return new Look(look.address(), look.name(), look.aliases(), look.departments(), look.state());
        }
    }

    record ChangeView(
            String kind,
            @Nullable String account,
            long line,
            @Nullable Look before,
            @Nullable Look after) {
        static ChangeView of(PlanChange one) {
            return new ChangeView(
                    one.kind().key(), one.account(), one.line(), Look.of(one.before()), Look.of(one.after()));
        }
    }

    record Changes(List<ChangeView> data, @Nullable String nextCursor) {}

    record Applying(@Nullable Boolean confirm) {}

    private String organisation(Caller caller) {
        return caller.own(archives).organisation().id();
    }

    private PlanView view(String organisation, Plan plan) {
        return new PlanView(
                plan.id(),
                plan.source().key(),
                plans.isOvertaken(organisation, plan)
                        ? "overtaken"
                        : plan.state().key(),
                plan.created(),
                plan.createdBy(),
                plan.ended(),
                plan.endedBy(),
                plan.confirmNeeded(),
                plan.changes(),
                plan.counts());
    }

    @GetMapping
    Plans imports(@AuthenticationPrincipal Caller caller) {
        String organisation = organisation(caller);
        return new Plans(plans.newest(organisation).stream()
                .map(plan -> view(organisation, plan))
                .toList());
    }

    @PostMapping(consumes = "text/csv")
    @ResponseStatus(HttpStatus.CREATED)
    PlanView read(
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String missing,
            @RequestParam(name = "dry_run", required = false) @Nullable Boolean dryRun,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request)
            throws IOException {
        String organisation = organisation(caller);
        Encoding written = Encoding.named(encoding == null ? "auto" : encoding)
                .orElseThrow(() -> Problem.field(
                                "encoding",
                                "invalid",
                                Message.of("invalid.one-of", "encoding", "auto, utf-8, gb18030, utf-16"))
                        .exception());
        boolean complete = isComplete(missing);
        if (!uploads.enter(organisation)) { // a table is in memory as a whole
            throw Problem.of(ProblemCode.RATE_LIMITED, Message.of("members.busy"))
                    .retryAfter(MemberProblem.RETRY_SECONDS)
                    .exception();
        }
        try {
            byte[] table = request.getInputStream().readNBytes(DirectoryPlans.MOST_BYTES + 1);
            Plan plan = plans.planCsv(organisation, caller.actor(), table, written, complete);
            boolean atOnce = Boolean.FALSE.equals(dryRun) && !plan.confirmNeeded();
            return view(organisation, atOnce ? plans.apply(organisation, caller.actor(), plan.id(), false) : plan);
        } finally {
            uploads.leave(organisation);
        }
    }

    private static boolean isComplete(@Nullable String missing) {
        return switch (missing == null ? "left" : missing) {
            case "left" -> true;
            case "keep" -> false;
            default ->
                throw Problem.field("missing", "invalid", Message.of("invalid.one-of", "missing", "left, keep"))
                        .exception();
        };
    }

    @GetMapping("/{id}")
    PlanView one(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        String organisation = organisation(caller);
        return view(organisation, known(organisation, id));
    }

    private Plan known(String organisation, String id) {
        return plans.find(organisation, id).orElseThrow(() -> Ids.notFound(id, "members.no-plan"));
    }

    @GetMapping("/{id}/changes")
    Changes changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @AuthenticationPrincipal Caller caller) {
        Plan plan = known(organisation(caller), id);
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST);
        if (cursor != null && !cursor.matches("[0-9]{1,9}")) {
            throw Problem.field("cursor", "invalid", Message.of("invalid.cursor"))
                    .exception();
        }
        DirectoryPlans.Page page = plans.changes(plan, kind(kind), cursor == null ? 0 : Integer.parseInt(cursor), most);
        return new Changes(
                page.changes().stream().map(ChangeView::of).toList(),
                page.next() == null ? null : page.next().toString());
    }

    private static PlanChange.@Nullable Kind kind(@Nullable String key) {
        return key == null
                ? null
                : PlanChange.Kind.named(key)
                        .orElseThrow(() -> Problem.field("kind", "unknown", Message.of("invalid.kind", "kind"))
                                .exception());
    }

    @PostMapping("/{id}:apply")
    PlanView apply(@PathVariable String id, @RequestBody Applying applying, @AuthenticationPrincipal Caller caller)
            throws IOException {
        String organisation = organisation(caller);
        return view(
                organisation, plans.apply(organisation, caller.actor(), id, Boolean.TRUE.equals(applying.confirm())));
    }

    @PostMapping("/{id}:discard")
    PlanView discard(@PathVariable String id, @AuthenticationPrincipal Caller caller) throws IOException {
        String organisation = organisation(caller);
        return view(organisation, plans.discard(organisation, caller.actor(), id));
    }
}
