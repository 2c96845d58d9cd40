package org.muniment.server.docs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** An operation as one would call it from a shell. */
final class CurlLine {
    private static final String SERVER = "https://archive.example.org/api/v1";

    private final Contract.Operation operation;

    CurlLine(Contract.Operation operation) {
        this.operation = operation;
    }

    /** The line, with the body that is given; an empty one for none. */
    String of(String body) {
        var line = new StringBuilder("curl");
        if (!operation.method().equals("GET")) {
            line.append(operation.method().equals("HEAD") ? " --head" : " -X " + operation.method());
        }
        line.append(' ').append(quoted(address()));
        who(line);
        parameters("header", line);
        JsonNode content = operation.node().path("requestBody").path("content");
        if (!content.isMissingNode()) {
            String type = content.propertyNames().iterator().next();
            line.append(" -H ").append(quoted("Content-Type: " + type));
            line.append(body.isEmpty() ? " --data-binary @FILE" : " -d " + quoted(body));
        }
        return line.toString();
    }

    private String address() {
        String path = operation.path();
        var query = new StringBuilder();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asString();
            String value = parameter.path("example").asString("…");
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", value);
            } else if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean(false)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return SERVER + path + query;
    }

    private void who(StringBuilder line) {
        JsonNode security = operation.node().path("security");
        if (security.isMissingNode() || security.toString().contains("token")) {
            line.append(" -H ").append(quoted("Authorization: Bearer mun_…"));
        } else if (security.toString().contains("setup_code")) {
            line.append(" -H ").append(quoted("Setup-Code: ABCD-EFGH-JKMN"));
        }
    }

    private void parameters(String in, StringBuilder line) {
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asString().equals(in)) {
                line.append(" -H ")
                        .append(quoted(parameter.path("name").asString() + ": "
                                + parameter.path("example").asString("…")));
            }
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
