package org.muniment.server.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description (OpenAPI 3.1), as it is kept in {@code openapi.yaml}. Immutable. */
public final class Contract {
    private static final String FILE = "/org/muniment/server/api/openapi.yaml";
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "patch", "delete");

    private final JsonNode root;

    private Contract(JsonNode root) {
        this.root = root;
    }

    /**
     * One thing that can be asked of the API.
     *
     * @param method in capitals
     * @param path as the description has it, below the server's address
     * @param parameters its own and those of its path, references followed
     */
    public record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

        /** Its name, unique and stable. */
        public String id() {
            return node.path("operationId").asString("");
        }
    }

    /** Reads the description. */
    public static Contract read(JsonMapper json) throws IOException {
        try (InputStream in = Objects.requireNonNull(Contract.class.getResourceAsStream(FILE), FILE)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Contract(json.valueToTree(document));
        }
    }

    /** All of it. */
    public JsonNode root() {
        return root;
    }

    /** All operations, in the order of the description. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> {
            for (String method : METHODS) {
                JsonNode node = path.getValue().path(method);
                if (node.isObject()) {
                    List<JsonNode> parameters = new ArrayList<>();
                    path.getValue().path("parameters").forEach(one -> parameters.add(follow(one)));
                    node.path("parameters").forEach(one -> parameters.add(follow(one)));
                    operations.add(new Operation(
                            method.toUpperCase(Locale.ROOT), path.getKey(), node, List.copyOf(parameters)));
                }
            }
        });
        return operations;
    }

    /** What a reference within the description stands for; a node that is none itself. */
    public JsonNode follow(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    /** The name at the end of a reference; empty if it is none. */
    static String name(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
