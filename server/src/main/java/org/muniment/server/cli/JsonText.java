package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds one JSON object, member by member; members that are {@code null} are left out. Not thread-safe. */
final class JsonText {
    private final StringBuilder text = new StringBuilder("{");

    JsonText put(String name, @Nullable String value) {
        return value == null ? this : name(name).quoted(value);
    }

    JsonText put(String name, @Nullable Integer value) {
        return value == null ? this : put(name, value.longValue());
    }

    JsonText put(String name, long value) {
        name(name).text.append(value);
        return this;
    }

    JsonText put(String name, boolean value) {
        name(name).text.append(value);
        return this;
    }

    /** A text, a whole number or a truth value; anything else is left out. */
    JsonText put(String name, Json json) {
        return switch (json.value()) {
            case String value -> put(name, value);
            case Boolean value -> put(name, value.booleanValue());
            case Long value -> put(name, value.longValue());
            case Integer value -> put(name, value.longValue());
            case null, default -> this;
        };
    }

    JsonText put(String name, JsonText object) {
        name(name).text.append(object);
        return this;
    }

    JsonText put(String name, List<String> values) {
        name(name).text.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            quoted(values.get(i));
        }
        text.append(']');
        return this;
    }

    /** A member whose value is JSON already. */
    JsonText putJson(String name, String json) {
        name(name).text.append(json);
        return this;
    }

    private JsonText name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quoted(name).text.append(':');
        return this;
    }

    private JsonText quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        text.append('"');
        return this;
    }

    /** The object in UTF-8. */
    byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
