package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.docs.Contract;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every text that the description lets anybody send, far too long and with all that breaks out of somewhere in it: nothing
 * fails, nothing is believed, and no answer gives much of it back. A new endpoint is tried too.
 */
class LongValuesTest {
    private static final String NASTY = "\r\nSet-Cookie: a=b\r\n\u0000\u202e<script>alert(1)</script>'\";--";
    private static final String MUCH = NASTY + "x".repeat(70_000);
    private static final int LONGEST_ANSWER = 6_000;

    @TempDir
    private static Path home;

    private static TestServer server;
    private static List<Api> callers = List.of();

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.everybody(home);
        callers = List.of(server.signedIn(TestServer.POSTMASTER), server.signedIn(TestServer.ADMINISTRATOR));
    }

    /** Or all of it would have been refused for another reason. */
    @AfterEach
    void theyAreStillSignedIn() throws Exception {
        for (Api caller : callers) {
            assertThat(caller.get("/me").status()).isEqualTo(200);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** As many copies of an example as it has texts, in each one of them replaced. */
    private static List<JsonNode> overlong(JsonNode example) {
        List<JsonNode> all = new ArrayList<>();
        collect(example, example.deepCopy(), all);
        return all;
    }

    private static void collect(JsonNode at, JsonNode root, List<JsonNode> all) {
        for (String path : texts(at, "")) {
            JsonNode copy = root.deepCopy();
            int last = path.lastIndexOf('/');
            JsonNode parent = last == 0 ? copy : copy.at(path.substring(0, last));
            String name = path.substring(last + 1);
            if (parent instanceof ObjectNode object) {
                object.put(name, MUCH);
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), array.stringNode(MUCH));
            }
            all.add(copy);
        }
    }

    private static List<String> texts(JsonNode node, String path) {
        List<String> found = new ArrayList<>();
        if (node.isString()) {
            found.add(path);
        }
        if (node.isObject()) {
            node.properties().forEach(one -> found.addAll(texts(one.getValue(), path + "/" + one.getKey())));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(texts(node.get(i), path + "/" + i));
        }
        return found;
    }

    private static String path(Contract.Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace(
                        "{" + parameter.path("name").asString() + "}",
                        parameter.path("example").asString());
            }
        }
        return path;
    }

    private static void harmless(Api.Answer answer, String what) {
        assertThat(answer.status()).as(what + " " + shortened(answer.text())).isBetween(400, 499);
        assertThat(answer.text().length()).as(what).isLessThan(LONGEST_ANSWER);
        assertThat(answer.header("Set-Cookie")).as(what).isEmpty();
        assertThat(answer.header("Content-Type")).as(what).isEqualTo("application/problem+json");
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }

    @Test
    void inTheBodyOfEveryRequest() throws Exception {
        int tried = 0;
        for (Contract.Operation operation : ContractTest.contract().operations()) {
            JsonNode example = operation.node().at("/requestBody/content/application~1json/example");
            for (JsonNode body : overlong(example)) {
                for (Api caller : callers) {
                    Api.Answer answer = caller.send(operation.method(), path(operation), body.toString());
                    harmless(answer, operation.id() + " " + shortened(body.toString()));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(150);
    }

    @Test
    void inEveryParameterOfEveryAddress() throws Exception {
        String value = URLEncoder.encode(NASTY + "x".repeat(4_000), StandardCharsets.UTF_8);
        int tried = 0;
        for (Contract.Operation operation : ContractTest.contract().operations()) {
            for (JsonNode parameter : operation.parameters()) {
                String name = parameter.path("name").asString();
                String where = parameter.path("in").asString();
                if (where.equals("header")) {
                    continue; // bounded by the server for all of them: see AttackTest
                }
                String path = where.equals("path")
                        ? operation.path().replace("{" + name + "}", value).replaceAll("\\{[^}]*}", "1")
                        : path(operation) + "?" + name + "=" + value;
                for (Api caller : callers) {
                    Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
                    JsonNode content = operation.node().path("requestBody").path("content");
                    String body = "";
                    if (!content.isMissingNode()) {
                        headers.put(
                                "Content-Type",
                                content.propertyNames().iterator().next());
                        body = content.at("/application~1json/example").isMissingNode()
                                ? ""
                                : content.at("/application~1json/example").toString();
                    }
                    Api.Answer answer = caller.call(operation.method(), path, BodyPublishers.ofString(body), headers);
                    assertThat(answer.status())
                            .as(operation.id() + " " + name + " " + shortened(answer.text()))
                            .isBetween(200, 499);
                    assertThat(answer.header("Set-Cookie")).as(operation.id()).isEmpty();
                    assertThat(answer.text()).as(operation.id() + " " + name).doesNotContain("x".repeat(1_000));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
    }
}
