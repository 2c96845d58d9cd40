package org.muniment.server.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.server.language.Message;
import tools.jackson.databind.JsonNode;

/**
 * What a person set for herself. Changed by a JSON merge patch (RFC 7396): what is {@code null} in it is taken back,
 * what is not named stays. Immutable.
 */
record Preferences(Map<String, Object> all) {
    private static final int LONGEST_ZONE = 64;
    private static final int MOST_COLUMNS = 30;
    private static final int LONGEST_COLUMN = 40;

    private static final Map<String, List<String>> CHOICES = Map.of(
            "language", List.of("en", "zh-CN"),
            "theme", List.of("light", "dark", "system"),
            "density", List.of("normal", "compact"),
            "search_view", List.of("list", "right", "bottom"));

    Preferences {
        all = Map.copyOf(all);
    }

    static Preferences none() {
        return new Preferences(Map.of());
    }

    /** Itself with the change applied; everything or, with a problem, nothing. */
    Preferences changed(JsonNode patch) {
        if (!patch.isObject()) {
            throw Problem.of(ProblemCode.INVALID_REQUEST, Message.of("invalid.object"))
                    .exception();
        }
        Map<String, Object> changed = new TreeMap<>(all);
        patch.properties().forEach(field -> {
            Object value = value(field.getKey(), field.getValue());
            if (field.getValue().isNull()) {
                changed.remove(field.getKey());
            } else {
                changed.put(field.getKey(), value);
            }
        });
        return new Preferences(changed);
    }

    private static Object value(String name, JsonNode value) {
        return switch (name) {
            case "language", "theme", "density", "search_view" -> choice(name, value);
            case "time_zone" -> zone(value);
            case "columns" -> columns(value);
            case "single_keys" -> flag(name, value);
            default -> {
                String shown = "/" + (name.length() > LONGEST_COLUMN ? name.substring(0, LONGEST_COLUMN) + "…" : name);
                throw Problem.field(shown, "unknown", Message.of("invalid.unknown", shown))
                        .exception();
            }
        };
    }

    private static Object choice(String name, JsonNode value) {
        List<String> allowed = CHOICES.getOrDefault(name, List.of());
        if (!value.isNull() && !(value.isString() && allowed.contains(value.asString()))) {
            throw Problem.field(
                            "/" + name, "invalid", Message.of("invalid.one-of", "/" + name, String.join(", ", allowed)))
                    .exception();
        }
        return value.isNull() ? "" : value.asString();
    }

    private static Object zone(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        try {
            if (value.isString() && value.asString().length() <= LONGEST_ZONE) {
                return ZoneId.of(value.asString()).getId();
            }
        } catch (DateTimeException e) {
            throw noZone();
        }
        throw noZone();
    }

    private static ProblemException noZone() {
        return Problem.field("/time_zone", "invalid", Message.of("invalid.zone", "/time_zone"))
                .exception();
    }

    private static Object columns(JsonNode value) {
        List<String> columns = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isString() || one.asString().length() > LONGEST_COLUMN) {
                throw badColumns();
            }
            columns.add(one.asString());
        }
        if ((!value.isNull() && !value.isArray()) || columns.size() > MOST_COLUMNS) {
            throw badColumns();
        }
        return columns;
    }

    private static ProblemException badColumns() {
        return Problem.field("/columns", "invalid", Message.of("invalid.columns", MOST_COLUMNS, LONGEST_COLUMN))
                .exception();
    }

    private static Object flag(String name, JsonNode value) {
        if (!value.isNull() && !value.isBoolean()) {
            throw Problem.field("/" + name, "invalid", Message.of("invalid.one-of", "/" + name, "true, false"))
                    .exception();
        }
        return value.asBoolean(false);
    }
}
