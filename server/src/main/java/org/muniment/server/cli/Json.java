package org.muniment.server.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value as a server answered it. What is missing or of another type reads as nothing, so that a newer server
 * does not break an older command line. Only the streaming half of the library is used: it starts ten times faster.
 */
record Json(@Nullable Object value) {
    static final Json NOTHING = new Json(null);

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads one value to the end of the stream. */
    static Json read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            return new Json(value(parser));
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException("the answer of the server is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Json read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue().longValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            array.add(value(parser));
        }
        return array;
    }

    /** The member of an object. */
    Json get(String name) {
        return value instanceof Map<?, ?> object ? new Json(object.get(name)) : NOTHING;
    }

    /** The names of the members of an object, as they came; none if it is something else. */
    List<String> names() {
        return value instanceof Map<?, ?> object
                ? object.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The elements of an array; none if it is something else. */
    List<Json> list() {
        List<Json> list = new ArrayList<>();
        if (value instanceof List<?> array) {
            for (Object element : array) {
                list.add(new Json(element));
            }
        }
        return list;
    }

    /** The texts of the elements of an array, with a separator between them. */
    String joined(String separator) {
        return list().stream().map(Json::text).collect(Collectors.joining(separator));
    }

    /** Whether there is anything. */
    boolean present() {
        return value != null;
    }

    /** The text, or the number or truth value as text; empty if there is none. */
    String text() {
        return value == null || value instanceof Map || value instanceof List ? "" : Objects.toString(value);
    }

    /** The whole number, or 0. */
    long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** Whether it is {@code true}. */
    boolean yes() {
        return Boolean.TRUE.equals(value);
    }
}
