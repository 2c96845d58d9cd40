package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Rule;
import org.muniment.archive.Tally;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.archives.RuleChanges;
import org.muniment.server.database.RuleSettings;
import org.muniment.server.language.Language;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Capability;
import org.muniment.server.security.Reauthentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sixteen archiving rules in words and numbers, and what an organisation sets of them. */
@RestController
@RequestMapping("/api/v1/archive/rules")
final class RulesController {
    private static final int DAYS = 30;
    private static final int LONGEST_REASON = 1_000;

    /** What holds because nothing is done, or is shown elsewhere, has no number. */
    private static final Set<Rule> NOT_COUNTED = Set.of(
            Rule.ACCOUNTS_THAT_LEFT,
            Rule.DELETED_BY_USERS,
            Rule.DOWNLOADS,
            Rule.ATTACHMENTS,
            Rule.LOG,
            Rule.THIRD_PARTY);

    private final OpenArchives archives;
    private final RuleChanges changes;
    private final InstantSource clock;
    private final Reauthentication reauthentication;

    RulesController(
            OpenArchives archives, RuleChanges changes, InstantSource clock, Reauthentication reauthentication) {
        this.archives = archives;
        this.changes = changes;
        this.clock = clock;
        this.reauthentication = reauthentication;
    }

    /**
     * One rule.
     *
     * @param lastDays in how many mails it took part; {@code null} where nothing is counted
     * @param counted what that number is of; {@code null} where nothing is counted
     * @param example a query that finds mail it was applied to; {@code null} if there is none, or for who may not search
     */
    record Row(
            int number,
            String key,
            String text,
            String kind,
            @Nullable Long lastDays,
            @Nullable String counted,
            @Nullable String example) {}

    record SettingsView(List<String> monitors, List<String> markerHeaders, String separateSend) {
        static SettingsView of(RuleSettings settings) {
            return new SettingsView(
                    settings.monitors(), settings.markerHeaders(), RuleSettings.key(settings.separateSend()));
        }
    }

    /**
     * All of it.
     *
     * @param days over how many days is counted
     * @param leftOut mails of these days that were not archived, by reason
     */
    record View(List<Row> data, int days, Map<String, Long> leftOut, SettingsView settings) {}

    @GetMapping
    View rules(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        return view(caller, ProblemWriter.language(request));
    }

    @PatchMapping
    View change(@RequestBody RuleSettingsBody body, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        reauthentication.require(caller);
        String reason = Required.text("/reason", body.reason(), LONGEST_REASON);
        RuleChanges.Wish wish = body.wish();
        String organisation = caller.own(archives).organisation().id();
        changes.change(organisation, wish, reason, caller.actor());
        return view(caller, ProblemWriter.language(request));
    }

    private View view(Caller caller, Language language) {
        OpenArchives.Opened own = caller.own(archives);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<Integer, Long> mails = new HashMap<>();
        Map<String, Long> leftOut = new TreeMap<>();
        for (Tally.RuleDay day : own.archive().tally().ruleDays(today.minusDays(DAYS - 1), today, ZoneOffset.UTC)) {
            day.mails().forEach((number, count) -> mails.merge(number, count, Long::sum));
            day.excluded().forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        }
        boolean searches = caller.authorities().contains(Capability.SEARCH_RUN.key());
        List<Row> rows = Arrays.stream(Rule.values())
                .map(rule -> row(rule, mails, searches, language))
                .toList();
        return new View(
                rows,
                DAYS,
                leftOut,
                SettingsView.of(changes.now(own.organisation().id())));
    }

    private static Row row(Rule rule, Map<Integer, Long> mails, boolean searches, Language language) {
        boolean isCounted = !NOT_COUNTED.contains(rule);
        return new Row(
                rule.number(),
                rule.key(),
                Message.of("rule." + rule.key()).in(language),
                rule.kind().name().toLowerCase(Locale.ROOT),
                isCounted ? mails.getOrDefault(rule.number(), 0L) : null,
                isCounted ? Message.of("rule-counts." + rule.key()).in(language) : null,
                searches ? rule.example().orElse(null) : null);
    }
}
