package org.muniment.server.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.server.audit.AuditLog;
import org.muniment.server.audit.LogTypes;
import org.muniment.server.database.LogFilter;
import org.muniment.server.database.LogRows;
import org.muniment.server.language.Message;

/**
 * What a reader of the log asks for, checked: every parameter is known, short enough and of its kind.
 *
 * @param after the id of an entry behind which to read, in the order of the log
 * @param follow whether to go on with what comes
 */
record LogWish(
        List<String> administrators,
        @Nullable Instant from,
        @Nullable Instant to,
        ZoneId zone,
        List<String> keywords,
        List<String> types,
        @Nullable String object,
        @Nullable String matter,
        @Nullable String address,
        @Nullable String result,
        boolean reasoned,
        @Nullable String after,
        boolean follow,
        int limit,
        LogRows.@Nullable Behind cursor,
        Map<String, String> given) {

    /** In the order of the requirements: administrator, time range, keywords, types; then ours. */
    private static final Set<String> KNOWN = Set.of(
            "admin",
            "from",
            "to",
            "tz",
            "keywords",
            "type",
            "object",
            "case",
            "ip",
            "result",
            "has_reason",
            "after",
            "follow",
            "limit",
            "cursor");

    private static final Pattern TYPE = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*(\\.\\*)?");
    private static final List<String> RESULTS = List.of("ok", "failed", "denied");
    private static final int LONGEST = 1_000;
    private static final int MOST_NAMED = 100;
    private static final int MOST_KEYWORDS = 20;
    private static final int PRESET_LIMIT = 50;
    private static final int MOST = 500;

    /** Reads the parameters of a request. */
    static LogWish of(Map<String, String[]> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name) || values.length != 1) {
                String shown = Ids.shown(name);
                throw Problem.field(shown, "unknown", Message.of("invalid.unknown", shown))
                        .exception();
            }
            if (values[0].length() > LONGEST) {
                throw Problem.field(name, "invalid", Message.of("invalid.length", name, 0, LONGEST))
                        .exception();
            }
            if (!values[0].isBlank()) {
                given.put(name, values[0].strip());
            }
        });
        ZoneId zone = zone(given.get("tz"));
        TimeRange range = range(given, zone);
        return new LogWish(
                list("admin", given),
                range.from(),
                range.to(),
                zone,
                keywords(given.get("keywords")),
                types(given),
                given.get("object"),
                given.get("case"),
                given.get("ip"),
                oneOf("result", given.get("result"), RESULTS),
                isTrue("has_reason", given),
                given.containsKey("after") ? Ids.strip(Ids.LOG, given.get("after"), "not-found.log-entry") : null,
                isTrue("follow", given),
                limit(given.get("limit")),
                given.containsKey("cursor") ? cursor(given.get("cursor")) : null,
                given);
    }

    private static ZoneId zone(@Nullable String tz) {
        try {
            return tz == null ? ZoneOffset.UTC : ZoneId.of(tz);
        } catch (DateTimeException e) {
            throw Problem.field("tz", "invalid", Message.of("invalid.zone", "tz"))
                    .exception();
        }
    }

    private static TimeRange range(Map<String, String> given, ZoneId zone) {
        boolean all = !given.containsKey("from") && !given.containsKey("to");
        return TimeRangeBody.range(
                new TimeRangeBody(given.get("from"), given.get("to"), all, "archived", zone.getId()));
    }

    private static List<String> list(String name, Map<String, String> given) {
        List<String> named = Arrays.stream(given.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (named.size() > MOST_NAMED) {
            throw Problem.field(name, "invalid", Message.of("invalid.entries", name, MOST_NAMED))
                    .exception();
        }
        return named;
    }

    private static List<String> types(Map<String, String> given) {
        List<String> types = list("type", given);
        if (!types.stream().allMatch(type -> TYPE.matcher(type).matches())) {
            throw Problem.field("type", "invalid", Message.of("log.type")).exception();
        }
        return types;
    }

    private static List<String> keywords(@Nullable String text) {
        List<String> words = text == null
                ? List.of()
                : Arrays.stream(AuditLog.fold(text).split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.size() > MOST_KEYWORDS) {
            throw Problem.field("keywords", "invalid", Message.of("invalid.entries", "keywords", MOST_KEYWORDS))
                    .exception();
        }
        return words;
    }

    private static @Nullable String oneOf(String name, @Nullable String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw Problem.field(name, "invalid", Message.of("invalid.one-of", name, String.join(", ", allowed)))
                    .exception();
        }
        return value;
    }

    private static boolean isTrue(String name, Map<String, String> given) {
        return "true".equals(oneOf(name, given.get(name), List.of("true", "false")));
    }

    private static int limit(@Nullable String text) {
        if (text != null && !text.matches("[0-9]{1,6}")) {
            throw Problem.field("limit", "invalid", Message.of("invalid.count", "limit"))
                    .exception();
        }
        return Required.within("limit", text == null ? null : Integer.valueOf(text), PRESET_LIMIT, 1, MOST);
    }

    /** A cursor is a place in the order of time; it opens nothing that the filter does not. */
    private static LogRows.Behind cursor(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\.", -1);
            if (parts.length == 2) {
                return new LogRows.Behind(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // The same answer as for anything else that is no cursor.
        }
        throw Problem.field("cursor", "invalid", Message.of("invalid.cursor")).exception();
    }

    /** The cursor that goes on behind an entry. */
    static String cursor(LogRows.Behind behind) {
        String place = behind.at().toEpochMilli() + "." + behind.place();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The filter for a log.
     *
     * @param only whose entries alone are shown; {@code null} for everybody's
     * @param readsMail whether keywords may find what was read out of mail
     */
    LogFilter filter(AuditLog log, @Nullable String only, boolean readsMail) {
        List<String> actors = new ArrayList<>();
        administrators.forEach(name -> actors.addAll(log.administrators(name)));
        return new LogFilter(
                log.organisation(),
                only == null ? actors.stream().distinct().toList() : List.of(only),
                from,
                to,
                keywords,
                readsMail,
                expanded(log),
                object,
                matter,
                address,
                result,
                reasoned);
    }

    private List<String> expanded(AuditLog log) {
        List<String> expanded = new ArrayList<>();
        for (String type : types) {
            if (type.endsWith(".*")) {
                String front = type.substring(0, type.length() - 1);
                List<String> known = typesFor(log).stream()
                        .filter(one -> one.startsWith(front))
                        .toList();
                expanded.addAll(known.isEmpty() ? List.of(type) : known); // a type of that name finds nothing
            } else {
                expanded.add(type);
            }
        }
        return expanded.stream().distinct().toList();
    }

    /** For what is there, the types that are there; for what comes, all that may come. */
    private List<String> typesFor(AuditLog log) {
        return follow
                ? LogTypes.known(log.types()).stream().map(LogTypes.Known::type).toList()
                : List.copyOf(log.types().keySet());
    }

    /** What the log says of this reading. */
    Map<String, String> detail() {
        Map<String, String> detail = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            switch (name) {
                case "from", "to", "limit" -> {
                    // times follow as instants; how many were shown at once says nothing
                }
                case "cursor" -> detail.put("page", "further");
                case "type", "case", "result" -> detail.put(name + "_filter", value);
                default -> detail.put(name, value);
            }
        });
        if (from != null) {
            detail.put("from", from.toString());
        }
        if (to != null) {
            detail.put("to", to.toString());
        }
        return detail;
    }
}
