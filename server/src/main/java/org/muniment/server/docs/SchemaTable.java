package org.muniment.server.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A schema as a table of its fields; those of unnamed objects within stand below their field. */
final class SchemaTable {
    private final Html html;

    SchemaTable(Html html) {
        this.html = html;
    }

    /** Writes the table; a schema without fields is one line. */
    void write(JsonNode schema) {
        if (!hasFields(schema)) {
            html.open("p").text("A value of the kind ");
            kind(schema);
            html.text(". ").line(schema.path("description").asString("")).close("p");
            return;
        }
        html.open("table").open("thead").open("tr");
        for (String head : List.of("Field", "Kind", "Always there", "Meaning")) {
            html.element("th", head, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        rows("", schema);
        html.close("tbody").close("table");
    }

    private static boolean hasFields(JsonNode schema) {
        return schema.has("properties") || schema.path("items").has("properties");
    }

    private void rows(String prefix, JsonNode schema) {
        JsonNode object = schema.has("properties") ? schema : schema.path("items");
        String inside = schema.has("properties") ? prefix : prefix + "[]";
        Set<String> required = new HashSet<>();
        object.path("required").forEach(name -> required.add(name.asString()));
        object.path("properties").properties().forEach(field -> {
            String name = inside.isEmpty() ? field.getKey() : inside + "." + field.getKey();
            html.open("tr").open("td").code(name).close("td").open("td");
            kind(field.getValue());
            html.close("td").element("td", required.contains(field.getKey()) ? "yes" : "no");
            html.open("td")
                    .line(field.getValue().path("description").asString(""))
                    .close("td")
                    .close("tr");
            if (hasFields(field.getValue())) {
                rows(name, field.getValue());
            }
        });
    }

    /** What kind of value it is, with a link where the kind has a name. */
    void kind(JsonNode schema) {
        String name = Contract.name(schema);
        if (!name.isEmpty()) {
            html.open("a", "href", "#schema-" + name).text(name).close("a");
            return;
        }
        if (schema.path("type").asString("").equals("array") && !schema.has("prefixItems")) {
            html.text("list of ");
            kind(schema.path("items"));
            return;
        }
        html.text(words(schema));
    }

    private static String words(JsonNode schema) {
        if (schema.has("const")) {
            return schema.path("const").asString();
        }
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(one -> words.add(one.isNull() ? "null" : one.asString()));
        if (words.isEmpty()) {
            JsonNode type = schema.path("type");
            type.forEach(one -> words.add(one.asString()));
            if (type.isString()) {
                words.add(type.asString());
            }
        }
        String format = schema.path("format").asString("");
        return String.join(" or ", words) + (format.isEmpty() ? "" : " (" + format + ")");
    }
}
