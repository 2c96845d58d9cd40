package org.muniment.server.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Examples: the one that the description gives, or one made up from the schema. */
final class Example {
    private static final int DEEPEST = 8;

    private final Contract contract;

    Example(Contract contract) {
        this.contract = contract;
    }

    /** The examples that stand beside a schema, all of them. */
    static List<JsonNode> given(JsonNode media) {
        if (media.has("example")) {
            return List.of(media.get("example"));
        }
        List<JsonNode> given = new ArrayList<>();
        media.path("examples").forEach(one -> given.add(one.path("value")));
        return given;
    }

    /** A value that fits the schema, as plain Java. */
    @Nullable
    Object of(JsonNode schema) {
        return of(schema, 0);
    }

    private @Nullable Object of(JsonNode given, int depth) {
        JsonNode schema = contract.follow(given);
        for (String key : List.of("example", "const", "default")) {
            if (schema.has(key)) {
                return schema.get(key);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> schema.path("minimum").asInt(1);
            case "boolean" -> true;
            case "null" -> null;
            default -> text(schema);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return (type.isArray() ? type.path(0) : type).asString("string");
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(field -> Optional.ofNullable(of(field.getValue(), depth + 1))
                            .ifPresent(value -> object.put(field.getKey(), value)));
        }
        return object;
    }

    private List<Object> array(JsonNode schema, int depth) {
        List<Object> array = new ArrayList<>();
        schema.path("prefixItems")
                .forEach(item -> Optional.ofNullable(of(item, depth + 1)).ifPresent(array::add));
        if (array.isEmpty() && schema.has("items") && depth < DEEPEST) {
            Optional.ofNullable(of(schema.get("items"), depth + 1)).ifPresent(array::add);
        }
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "2026-03-02T09:04:11Z";
            case "date" -> "2026-03-02";
            default -> {
                String pattern = schema.path("pattern").asString("");
                yield pattern.startsWith("^") ? pattern.substring(1) + "a-1" : "…";
            }
        };
    }
}
