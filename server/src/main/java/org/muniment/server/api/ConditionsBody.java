package org.muniment.server.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.index.query.Conditions;
import org.muniment.index.query.Conditions.KeywordRange;
import org.muniment.server.language.Message;

/** The fields of the search form as the API writes them; what is left out is empty. */
record ConditionsBody(
        @Nullable List<String> senders,
        @Nullable List<String> recipients,
        @Nullable String keywords,
        @Nullable List<String> keywordRange,
        @Nullable String rest) {
    private static final String WHERE = "/conditions";
    private static final int MOST_PEOPLE = 500;
    private static final int LONGEST = 10_000;

    static ConditionsBody of(Conditions conditions) {
        return new ConditionsBody(
                conditions.senders(),
                conditions.recipients(),
                conditions.keywords(),
                conditions.keywordRange().stream().map(ConditionsBody::key).toList(),
                conditions.rest());
    }

    /** The conditions that are meant. */
    Conditions conditions() {
        return new Conditions(
                people(WHERE + "/senders", senders),
                people(WHERE + "/recipients", recipients),
                text(WHERE + "/keywords", keywords),
                range(),
                text(WHERE + "/rest", rest));
    }

    private static List<String> people(String pointer, @Nullable List<String> given) {
        List<String> people = given == null ? List.of() : given;
        if (people.size() > MOST_PEOPLE) {
            throw Problem.field(pointer, "too-long", Message.of("invalid.entries", pointer, MOST_PEOPLE))
                    .exception();
        }
        for (int i = 0; i < people.size(); i++) {
            text(pointer + "/" + i, Required.value(pointer + "/" + i, people.get(i)));
        }
        return people;
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
