package org.muniment.server.docs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole description as one page: a section per tag, an article per operation, a table per schema. */
final class DocsPage {
    private final Contract contract;
    private final Example example;
    private final JsonMapper json;
    private final Html html = Html.page("Muniment API");
    private final SchemaTable tables = new SchemaTable(html);

    private DocsPage(Contract contract, JsonMapper json) {
        this.contract = contract;
        this.example = new Example(contract);
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** The page. */
    static String of(Contract contract, JsonMapper json) {
        return new DocsPage(contract, json).write();
    }

    private String write() {
        JsonNode info = contract.root().path("info");
        List<String> tags = new ArrayList<>();
        contract.root().path("tags").forEach(tag -> tags.add(tag.path("name").asString()));
        contents(tags);
        html.open("main");
        html.element(
                "h1",
                info.path("title").asString() + " API " + info.path("version").asString());
        html.prose(info.path("description").asString());
        html.open("p")
                .text("For programs: ")
                .open("a", "href", "/api/v1/openapi.json")
                .text("/api/v1/openapi.json")
                .close("a")
                .close("p");
        tags.forEach(this::section);
        schemas();
        html.close("main");
        return html.end();
    }

    private void contents(List<String> tags) {
        html.open("nav", "aria-label", "Contents");
        for (String tag : tags) {
            html.open("h2")
                    .open("a", "href", "#tag-" + tag)
                    .text(tag)
                    .close("a")
                    .close("h2");
            html.open("ul");
            for (Contract.Operation operation : of(tag)) {
                html.open("li")
                        .open("a", "href", "#" + operation.id())
                        .text(operation.node().path("summary").asString())
                        .close("a")
                        .close("li");
            }
            html.close("ul");
        }
        html.open("h2").open("a", "href", "#schemas").text("Schemas").close("a").close("h2");
        html.open("h2")
                .open("a", "href", "/api/docs/problems")
                .text("Problems")
                .close("a")
                .close("h2");
        html.close("nav");
    }

    private List<Contract.Operation> of(String tag) {
        return contract.operations().stream()
                .filter(operation ->
                        operation.node().path("tags").path(0).asString("").equals(tag))
                .toList();
    }

    private void section(String tag) {
        html.open("section", "id", "tag-" + tag).element("h2", tag);
        of(tag).forEach(this::article);
        html.close("section");
    }

    private void article(Contract.Operation operation) {
        JsonNode node = operation.node();
        html.open("article", "id", operation.id());
        html.open("h3")
                .open("a", "href", "#" + operation.id())
                .text(node.path("summary").asString())
                .close("a")
                .close("h3");
        html.open("p", "class", "call")
                .code(operation.method() + " /api/v1" + operation.path())
                .close("p");
        html.prose(node.path("description").asString(""));
        html.open("dl")
                .element("dt", "Who may call")
                .element("dd", joined(node.path("x-roles")))
                .element("dt", "Written into the archive log")
                .element("dd", node.path("x-audit").asString("nothing"))
                .close("dl");
        parameters(operation.parameters());
        request(operation);
        answers(node.path("responses"));
        html.close("article");
    }

    private static String joined(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(one -> words.add(one.asString()));
        return String.join(", ", words);
    }

    private void parameters(List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        html.element("h4", "Parameters").open("table").open("thead").open("tr");
        for (String head : List.of("Name", "In", "Kind", "Required", "Meaning")) {
            html.element("th", head, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        for (JsonNode parameter : parameters) {
            html.open("tr")
                    .open("td")
                    .code(parameter.path("name").asString())
                    .close("td")
                    .element("td", parameter.path("in").asString())
                    .open("td");
            tables.kind(parameter.path("schema"));
            html.close("td")
                    .element("td", parameter.path("required").asBoolean(false) ? "yes" : "no")
                    .open("td")
                    .line(parameter.path("description").asString(""))
                    .close("td")
                    .close("tr");
        }
        html.close("tbody").close("table");
    }

    private void request(Contract.Operation operation) {
        html.element("h4", "Request");
        var line = new CurlLine(operation);
        JsonNode media = operation.node().path("requestBody").path("content").path("application/json");
        List<JsonNode> given = Example.given(media);
        if (given.isEmpty()) {
            pre(line.of(""));
        }
        given.forEach(body -> pre(line.of(body.toString())));
        if (!media.isMissingNode()) {
            schema(media.path("schema"));
        }
    }

    private void answers(JsonNode responses) {
        html.element("h4", "Answers");
        responses.properties().forEach(answer -> {
            JsonNode response = contract.follow(answer.getValue());
            html.open("p")
                    .element("strong", answer.getKey())
                    .text(" ")
                    .line(response.path("description").asString(""));
            response.path("content")
                    .properties()
                    .forEach(media -> html.text(" ").code(media.getKey()));
            html.close("p");
            JsonNode media = response.path("content").path("application/json");
            if (!media.isMissingNode()) {
                schema(media.path("schema"));
                List<JsonNode> given = Example.given(media);
                Object shown = given.isEmpty() ? example.of(media.path("schema")) : given.getFirst();
                pre(written(shown));
            }
        });
    }

    private void schema(JsonNode schema) {
        if (Contract.name(schema).isEmpty()) {
            tables.write(schema);
        } else {
            html.open("p").text("Fields: ");
            tables.kind(schema);
            html.close("p");
        }
    }

    private void schemas() {
        html.open("section", "id", "schemas").element("h2", "Schemas");
        contract.root().path("components").path("schemas").properties().forEach(schema -> {
            html.open("article", "id", "schema-" + schema.getKey()).element("h3", schema.getKey());
            html.prose(schema.getValue().path("description").asString(""));
            tables.write(schema.getValue());
            html.close("article");
        });
        html.close("section");
    }

    private String written(@Nullable Object value) {
        return json.writeValueAsString(value);
    }

    private void pre(String text) {
        html.open("pre", "tabindex", "0").code(text).close("pre");
    }
}
