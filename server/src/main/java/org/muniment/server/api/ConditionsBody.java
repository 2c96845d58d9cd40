package org.muniment.server.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.index.query.Conditions;
import org.muniment.index.query.Conditions.InDepartments;
import org.muniment.index.query.Conditions.KeywordRange;
import org.muniment.server.language.Message;

/** The fields of the search form as the API writes them; what is left out is empty. */
record ConditionsBody(
        @Nullable List<String> accounts,
        @Nullable List<String> senders,
        @Nullable List<String> recipients,
        @Nullable String keywords,
        @Nullable List<String> keywordRange,
        @Nullable Departments departments,
        @Nullable String rest) {
    private static final String WHERE = "/conditions";
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_DEPARTMENTS = 200;
    private static final int LONGEST = 10_000;

    /** Departments, and what counts as being in them; what is left out is as the console offers it. */
    record Departments(
            @Nullable List<String> ids,
            @Nullable Boolean includeSubdepartments,
            @Nullable String membership) {
        private static final String WHERE = ConditionsBody.WHERE + "/departments";
        private static final String AT_TIME = "at_time";
        private static final String NOW = "now";

        static Departments of(InDepartments departments) {
            return new Departments(departments.ids(), departments.below(), departments.now() ? NOW : AT_TIME);
        }

        InDepartments departments() {
            List<String> named = entries(WHERE + "/ids", ids, MOST_DEPARTMENTS);
            return new InDepartments(named, !Boolean.FALSE.equals(includeSubdepartments), isNow());
        }

        private boolean isNow() {
            return switch (membership) {
                case null -> false;
                case AT_TIME -> false;
                case NOW -> true;
                default ->
                    throw Problem.field(
                                    WHERE + "/membership",
                                    "invalid",
                                    Message.of("invalid.one-of", WHERE + "/membership", AT_TIME + ", " + NOW))
                            .exception();
            };
        }
    }

    static ConditionsBody of(Conditions conditions) {
        return new ConditionsBody(
                conditions.accounts(),
                conditions.senders(),
                conditions.recipients(),
                conditions.keywords(),
                conditions.keywordRange().stream().map(ConditionsBody::key).toList(),
                Departments.of(conditions.departments()),
                conditions.rest());
    }

    /** The conditions that are meant. */
    Conditions conditions() {
        return new Conditions(
                people(WHERE + "/accounts", accounts),
                people(WHERE + "/senders", senders),
                people(WHERE + "/recipients", recipients),
                text(WHERE + "/keywords", keywords),
                range(),
                departments == null ? InDepartments.none() : departments.departments(),
                text(WHERE + "/rest", rest));
    }

    private static List<String> people(String pointer, @Nullable List<String> given) {
        return entries(pointer, given, MOST_PEOPLE);
    }

    private static List<String> entries(String pointer, @Nullable List<String> given, int most) {
        List<String> entries = given == null ? List.of() : given;
        if (entries.size() > most) {
            throw Problem.field(pointer, "too-long", Message.of("invalid.entries", pointer, most))
                    .exception();
        }
        for (int i = 0; i < entries.size(); i++) {
            text(pointer + "/" + i, Required.value(pointer + "/" + i, entries.get(i)));
        }
        return entries;
    }

    private static String text(String pointer, @Nullable String given) {
        String text = given == null ? "" : given;
        if (text.length() > LONGEST) {
            throw Problem.field(pointer, "too-long", Message.of("invalid.length", pointer, 0, LONGEST))
                    .exception();
        }
        return text;
    }

    private Set<KeywordRange> range() {
        Set<KeywordRange> range = EnumSet.noneOf(KeywordRange.class);
        List<String> given = keywordRange == null ? List.of() : keywordRange;
        for (int i = 0; i < given.size(); i++) {
            range.add(part(WHERE + "/keyword_range/" + i, given.get(i)));
        }
        return range;
    }

    private static KeywordRange part(String pointer, @Nullable String key) {
        for (KeywordRange part : KeywordRange.values()) {
            if (key(part).equals(key)) {
                return part;
            }
        }
        throw Problem.field(pointer, "invalid", Message.of("invalid.one-of", pointer, "subject, body, attachment"))
                .exception();
    }

    private static String key(KeywordRange part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
