package org.muniment.server.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.LogRow;
import org.muniment.server.language.Language;

/**
 * Says what an entry tells, one pattern per type. In a pattern {@code {name}} is a detail, {@code {who}} the administrator,
 * {@code {object}} and {@code {type}} what they are; what stands in square brackets is left out when a detail in it is
 * missing. Immutable.
 */
final class LogSentences {
    private static final Map<Language, LogSentences> ALL = Map.of(
            Language.ENGLISH, new LogSentences("sentences.properties"),
            Language.CHINESE, new LogSentences("sentences_zh.properties"));

    /** For types that have no pattern. */
    private static final String OTHER = "other";

    private static final Set<String> TIMES = Set.of("from", "to", "expires", "set_up", "until");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LONGEST_VALUE = 200;

    private final Map<String, String> patterns = new HashMap<>();

    private LogSentences(String file) {
        var read = new Properties();
        try (InputStream in = Objects.requireNonNull(LogSentences.class.getResourceAsStream(file), file)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.forEach((type, pattern) -> patterns.put(type.toString(), pattern.toString()));
    }

    static LogSentences of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The types that have a sentence of their own. */
    Set<String> types() {
        return new TreeSet<>(patterns.keySet());
    }

    String pattern(String type) {
        return Objects.requireNonNullElse(patterns.get(type), "");
    }

    /** The sentence of an entry; plain text, which is to be escaped like any other. */
    String say(LogRow row, Map<String, String> detail, ZoneId zone) {
        String pattern = patterns.getOrDefault(row.type(), patterns.getOrDefault(OTHER, "{who}: {type}"));
        Values values = name -> value(name, row, detail, zone);
        return fill(pattern, values);
    }

    @FunctionalInterface
    private interface Values {
        @Nullable
        String of(String name);
    }

    private static String fill(String pattern, Values values) {
        var said = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = c == '[' ? pattern.indexOf(']', at) : c == '{' ? pattern.indexOf('}', at) : -1;
            if (end < 0) {
                said.append(c);
                at++;
            } else {
                String inner = pattern.substring(at + 1, end);
                said.append(c == '{' ? Objects.requireNonNullElse(values.of(inner), "?") : optional(inner, values));
                at = end + 1;
            }
        }
        return said.toString();
    }

    /** The part with its places filled, or nothing if one cannot be. */
    private static String optional(String part, Values values) {
        for (int open = part.indexOf('{'); open >= 0; open = part.indexOf('{', open + 1)) {
            String value = values.of(part.substring(open + 1, part.indexOf('}', open)));
            if (value == null || value.isEmpty()) {
                return "";
            }
        }
        return fill(part, values);
    }

    private @Nullable String value(String name, LogRow row, Map<String, String> detail, ZoneId zone) {
        String value = switch (name) {
            case "who" -> patterns.getOrDefault("who." + row.actor(), row.actor());
            case "object" -> row.object();
            case "type" -> row.type();
            default -> detail.get(name);
        };
        if (value == null) {
            return null;
        }
        return TIMES.contains(name) ? time(value, zone) : plain(value);
    }

    /** Days as days, which is what people give; anything else to the minute. */
    private static String time(String text, ZoneId zone) {
        try {
            ZonedDateTime time = Instant.parse(text).atZone(zone);
            LocalDate day = time.toLocalDate();
            boolean begin = time.toLocalTime().equals(LocalTime.MIDNIGHT);
            boolean end = time.plusNanos(1).toLocalTime().equals(LocalTime.MIDNIGHT);
            return begin || end ? day.toString() : MINUTES.format(time);
        } catch (DateTimeException e) {
            return plain(text);
        }
    }

    private static String plain(String value) {
        String line = value.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.codePointCount(0, line.length()) <= LONGEST_VALUE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
