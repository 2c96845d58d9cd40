package org.muniment.server.audit;

import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.LogEntry;
import org.muniment.index.Words;
import org.muniment.server.database.LogRow;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the database keeps of an entry of the log. The same entry always gives the same row, so a row that differs was
 * changed by somebody else.
 */
final class Projecting {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LONGEST_ACTOR = 300;
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_TYPE = 60;
    private static final int LONGEST_OBJECT = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_CASE = 100;
    private static final int LONGEST_WORDS = 64_000; // the addresses of an act and the ids of an export
    private static final int LONGEST_VALUE = 1_000;
    private static final int MOST_DETAILS = 300;

    private Projecting() {}

    /** The row of an entry at its place. */
    static LogRow row(LogEntry entry, long place) {
        Map<String, String> detail = entry.detail();
        String object = object(entry);
        var words = new StringBuilder(entry.actor().name()).append('\n').append(entry.type());
        words.append("\nlog_").append(entry.id());
        append(words, object);
        var mailWords = new StringBuilder();
        detail.forEach((key, value) -> {
            if (Details.isOfMail(entry.type(), key)) {
                append(mailWords, value);
            } else if (!key.startsWith("position.")) {
                append(words, value);
            }
        });
        return new LogRow(
                entry.id(),
                place,
                entry.time().truncatedTo(ChronoUnit.MILLIS),
                cut(entry.actor().name(), LONGEST_ACTOR),
                cutIfKnown(entry.actor().address(), LONGEST_ADDRESS),
                cut(entry.type(), LONGEST_TYPE),
                cutIfKnown(object, LONGEST_OBJECT),
                cutIfKnown(detail.get(LogEntry.REASON), LONGEST_REASON),
                cutIfKnown(detail.get(LogEntry.CASE), LONGEST_CASE),
                result(entry),
                fold(cut(words.toString(), LONGEST_WORDS)),
                mailWords.isEmpty() ? null : fold(cut(mailWords.toString(), LONGEST_WORDS)),
                JSON.writeValueAsString(bounded(detail)));
    }

    private static void append(StringBuilder words, @Nullable String value) {
        if (value != null && words.length() < LONGEST_WORDS) {
            words.append('\n').append(cut(value, LONGEST_WORDS));
        }
    }

    /** The details as the row keeps them: enough for a sentence; all of them stand in the store. */
    private static Map<String, String> bounded(Map<String, String> detail) {
        Map<String, String> bounded = new LinkedHashMap<>();
        detail.entrySet().stream()
                .limit(MOST_DETAILS)
                .forEach(one -> bounded.put(cut(one.getKey(), LONGEST_TYPE), cut(one.getValue(), LONGEST_VALUE)));
        return bounded;
    }

    /** The details that a row keeps. */
    static Map<String, String> detail(LogRow row) {
        Map<String, String> detail = new LinkedHashMap<>();
        JSON.readTree(row.detail())
                .properties()
                .forEach(one -> detail.put(one.getKey(), one.getValue().asString()));
        return detail;
    }

    /** The id of what an entry is about, as the API shows it; {@code null} if it is about nothing that has one. */
    private static @Nullable String object(LogEntry entry) {
        Map<String, String> detail = entry.detail();
        if (detail.containsKey(LogEntry.OBJECT)) {
            return detail.get(LogEntry.OBJECT);
        }
        if (entry.type().equals("search.run")) {
            return "srch_" + entry.id();
        }
        if (entry.type().equals("export.create")) {
            return "exp_" + entry.id();
        }
        if (detail.containsKey("message")) {
            return prefixed("msg_", detail.get("message"));
        }
        if (detail.containsKey("search")) {
            return prefixed("srch_", detail.get("search"));
        }
        return detail.containsKey("export") ? prefixed("exp_", detail.get("export")) : detail.get("import");
    }

    private static @Nullable String prefixed(String prefix, @Nullable String id) {
        return id == null || id.startsWith(prefix) ? id : prefix + id;
    }

    private static String result(LogEntry entry) {
        return switch (entry.type()) {
            case "access.denied" -> "denied";
            case "log.difference" -> "failed";
            default -> isOfFailure(entry.type()) ? "failed" : "ok";
        };
    }

    private static boolean isOfFailure(String type) {
        return type.endsWith(".failed") || type.endsWith("_failed") || type.endsWith(".fail");
    }

    /**
     * Text as keywords are looked for in it: case, width, accents and traditional Chinese forms folded as a search of mail
     * folds them, and everything else kept. Another folding needs a migration that empties the projection.
     */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return cut(Words.folded(plain), LONGEST_WORDS); // some characters become several
    }

    private static @Nullable String cutIfKnown(@Nullable String text, int longest) {
        return text == null ? null : cut(text, longest);
    }

    /** At most so many characters, none of them half, and no zero, which no PostgreSQL keeps. */
    private static String cut(String text, int longest) {
        String clean = text.replace('\0', '\uFFFD');
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
