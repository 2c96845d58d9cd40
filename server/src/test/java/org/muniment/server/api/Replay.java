package org.muniment.server.api;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.docs.Contract;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.AuthenticatorApp;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * Calls a server with the examples of the description. Ids that the examples make up are replaced by real ones: a new
 * import or upload for each call, and the one mail, with one attachment, that is imported when it is first needed.
 */
final class Replay {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ENOUGH = 1 << 20;
    private static final byte[] OFFER = ("From: ada@example.org\r\nTo: bob@example.org\r\nSubject: offer\r\n"
                    + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                    + "--b\r\nContent-Type: text/plain\r\n\r\nThe offer.\r\n"
                    + "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=offer.txt\r\n\r\n"
                    + "12 chairs\r\n--b--\r\n")
            .getBytes(StandardCharsets.UTF_8);

    /** As the set-up's own example appoints him. */
    private static final Map<String, String> ADMINISTRATOR =
            Map.of("address", "anton@example.org", "password", "another long phrase");

    private static final Map<String, String> POSTMASTER =
            Map.of("address", "paula@example.org", "password", "a long enough phrase");

    /** Ceremonies with an authenticator: {@link PasskeyApiTest} goes through them. */
    static final Set<String> CEREMONIES = Set.of("signInByPasskey", "addPasskey", "removePasskey");

    private static final Map<String, Boolean> ALL = Map.of("all", true);

    private static final String TUS = "Tus-Resumable";
    private static final String TABLE = "address,name\nlisted@example.org,Listed\n";
    private static final String FILE = "Subject: x\r\n";

    private final TestServer server;
    private String message = "";
    private int people;
    private @Nullable Api self;
    private int made;

    Replay(TestServer server) {
        this.server = server;
    }

    /**
     * One example.
     *
     * @param body its JSON, empty for none
     * @param accept the type of answer that is asked for
     */
    record Call(Contract.Operation operation, String body, String accept) {

        @Override
        public String toString() {
            return operation.method() + " " + operation.path() + " " + body + " " + accept;
        }
    }

    /** What came back; the type without parameters, the beginning of the text. */
    record Answer(int status, String type, String text) {}

    /** Each example of a body with each type of answer. */
    static List<Call> calls(Contract contract, Contract.Operation operation) {
        List<String> bodies = new ArrayList<>();
        JsonNode media = operation.node().path("requestBody").path("content").path("application/json");
        if (media.has("example")) {
            bodies.add(media.get("example").toString());
        }
        media.path("examples").forEach(one -> bodies.add(one.path("value").toString()));
        if (bodies.isEmpty()) {
            bodies.add("");
        }
        return types(contract, operation).stream()
                .flatMap(type -> bodies.stream().map(body -> new Call(operation, body, type)))
                .toList();
    }

    private static Set<String> types(Contract contract, Contract.Operation operation) {
        Set<String> types = new LinkedHashSet<>();
        operation.node().path("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                types.addAll(
                        contract.follow(response.getValue()).path("content").propertyNames());
            }
        });
        return types.isEmpty() ? Set.of("*/*") : types;
    }

    /** Calls, and reads as much as is needed to judge the answer. */
    Answer answer(Call call) throws Exception {
        Contract.Operation operation = call.operation();
        prepare(operation);
        var request = request(address(operation)).header("Accept", call.accept());
        JsonNode content = operation.node().path("requestBody").path("content");
        if (!content.isMissingNode()) {
            request.header("Content-Type", content.propertyNames().iterator().next());
        }
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asString().equals("header") && parameter.has("example")) {
                request.header(parameter.path("name").asString(), value(parameter));
            }
        }
        identify(operation, request);
        return read(HTTP.send(request.method(operation.method(), body(call)).build(), BodyHandlers.ofInputStream()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.nobody().url() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20));
    }

    private String address(Contract.Operation operation) throws Exception {
        String path = operation.path();
        var query = new StringBuilder();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", value(parameter));
            } else if (parameter.path("in").asString().equals("query") && parameter.has("example")) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
                query.append(URLEncoder.encode(value(parameter), StandardCharsets.UTF_8));
            }
        }
        return path + query;
    }

    /** The example's value, or a real id in its place. */
    private String value(JsonNode parameter) throws Exception {
        String example = parameter.path("example").asString();
        return switch (example) {
            case "msg_a-1" -> message();
            case "srch_a-7" -> search().get("id").asString();
            case "log_a-3" -> newestEntry();
            case "imp_01J" -> newImport();
            case "upl_01J" -> newUpload();
            case "exp_a-9" -> newExport();
            case "adm_01J" -> newReviewer().id();
            case "adm_02J" -> suspended();
            case "adm_03J" -> newAuditor();
            case "ses_01J" -> anotherSession();
            case "note_01J" -> newNotice();
            case "tok_01J" -> newToken();
            case "acct_01J" -> newArchiveAccount();
            case "dept_01J" -> newDepartment();
            case "dac_01J" -> newAccount();
            case "dpl_01J" -> newPlan();
            case "unused.example" -> newDomain();
            case "org_01J" -> postmaster().get("/organisations").json().get("data").get(0).get("id").asString();
            default -> example;
        };
    }

    private BodyPublisher body(Call call) throws Exception {
        String body = call.body();
        if (body.contains("msg_a-1")) {
            body = body.replace("msg_a-1", message());
        }
        if (body.contains("upl_01J")) {
            body = body.replace("upl_01J", wholeUpload());
        }
        if (body.contains("inv_01J")) {
            body = body.replace("inv_01J", newReviewer().code());
        }
        if (body.contains("tkt_01J")) {
            body = withTicket(body);
        }
        if (call.operation().id().equals("confirmTotp")) {
            var app = new AuthenticatorApp(self().post("/me/second-factor/totp", "")
                    .json()
                    .get("secret")
                    .asString());
            body = body.replace("123456", app.code(Instant.now()));
        }
        if (body.contains("dept_01K")) {
            body = body.replace("dept_01K", newDepartment());
        }
        if (!body.isEmpty()) {
            return BodyPublishers.ofString(body);
        }
        return switch (call.operation().id()) {
            case "importItems" -> BodyPublishers.ofByteArray(Api.item("7", Api.mail("an item")));
            case "importDirectory" -> BodyPublishers.ofString(TABLE);
            case "continueUpload" -> BodyPublishers.ofString(FILE);
            default -> BodyPublishers.noBody();
        };
    }

    /** Whoever may call it: the archive administrator if she may, else the postmaster, who is the operator too. */
    private Api somebodyOf(String roles) throws Exception {
        boolean administrator = roles.contains("archive administrator") || roles.contains("any person");
        return administrator ? administrator() : postmaster();
    }

    private void identify(Contract.Operation operation, HttpRequest.Builder request) throws Exception {
        String roles = operation.node().path("x-roles").toString();
        if (operation.path().startsWith("/me/second-factor")) {
            request.header("Authorization", self().authorization());
            return;
        }
        if (roles.contains("set-up code")) {
            request.header("Setup-Code", server.setUpCode());
        } else if (!roles.contains("anybody")) {
            request.header("Authorization", somebodyOf(roles).authorization());
        }
    }

    private static Answer read(HttpResponse<InputStream> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        try (InputStream body = response.body()) {
            boolean endless = type.equals("text/event-stream");
            return new Answer(
                    response.statusCode(),
                    type,
                    endless ? firstEvent(body) : new String(body.readNBytes(ENOUGH), StandardCharsets.UTF_8));
        }
    }

    private static String firstEvent(InputStream events) throws IOException {
        var read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.UTF_8).endsWith("\n\n") && read.size() < ENOUGH) {
            int next = events.read();
            if (next < 0) {
                throw new EOFException("the stream ended within its first event");
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** Signed in anew each time: one of the calls signs out. */
    private Api administrator() throws Exception {
        return signedIn(ADMINISTRATOR);
    }

    private Api signedIn(Map<String, String> credentials) throws Exception {
        return Newcomer.signedIn(server.nobody().url(), server.nobody().post("/sessions", credentials));
    }

    private Newcomer newReviewer() throws Exception {
        people++;
        return Newcomer.appointed(administrator(), "reviewer" + people + "@example.org", "reviewer");
    }

    private String suspended() throws Exception {
        String id = newReviewer().id();
        signedIn(POSTMASTER).post("/admins/" + id + ":suspend", Map.of("reason", "the tests"));
        return id;
    }

    private String newAuditor() throws Exception {
        people++;
        return Newcomer.appointed(signedIn(POSTMASTER), "auditor" + people + "@example.org", "auditor")
                .id();
    }

    private String anotherSession() throws Exception {
        administrator();
        JsonNode mine = administrator().get("/me/sessions").json().get("data");
        return mine.get(1).get("id").asString();
    }

    private String newNotice() throws Exception {
        Newcomer reader = newReviewer().accept();
        administrator().post("/admins/" + reader.id() + ":invite", Map.of("reason", "the tests"));
        return administrator().get("/me").json().get("notices").get(0).get("id").asString();
    }

    private String newToken() throws Exception {
        return administrator()
                .post("/tokens", Map.of("name", "a program", "scopes", List.of("archive:read")))
                .json()
                .get("details")
                .get("id")
                .asString();
    }

    /** Somebody whose second factors change, so that everybody else goes on signing in as before. */
    private Api self() throws Exception {
        if (self == null) {
            self = newReviewer().accept().signIn();
        }
        return self;
    }

    /** A code is good for half a minute before its time: that of the enrolment is used up. */
    private String withTicket(String body) throws Exception {
        Newcomer person = newReviewer().accept();
        AuthenticatorApp app = Newcomer.enrol(person.signIn(), Instant.now());
        String ticket = person.attempt().json().get("ticket").asString();
        return body.replace("tkt_01J", ticket)
                .replace("123456", app.code(Instant.now().plusSeconds(30)));
    }

    private void prepare(Contract.Operation operation) throws Exception {
        Set<String> needsApp = Set.of("removeTotp", "newRecoveryCodes");
        if (needsApp.contains(operation.id())
                && self().get("/me/second-factor").json().get("totp").isNull()) {
            Newcomer.enrol(self(), Instant.now());
        }
    }

    private Api postmaster() throws Exception {
        return signedIn(POSTMASTER);
    }

    private String message() throws Exception {
        if (message.isEmpty()) {
            administrator().send("PATCH", "/archive", "{\"enabled\":true,\"reason\":\"the tests\"}");
            administrator().items(newImport(), Api.item("1", OFFER));
            awaitIndexed();
            message = search().get("data").get(0).get("id").asString();
        }
        return message;
    }

    private void awaitIndexed() throws Exception {
        Api api = administrator();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/status").json().get("balanced").asBoolean());
    }

    private JsonNode search() throws Exception {
        return administrator()
                .post("/searches", Map.of("query", "offer", "time_range", ALL))
                .json();
    }

    private String newestEntry() throws Exception {
        return administrator().get("/log").json().get("data").get(0).get("id").asString();
    }

    private String newImport() throws Exception {
        return administrator()
                .post("/imports", Map.of("force", true, "reason", "the tests"))
                .json()
                .get("id")
                .asString();
    }

    private String newUpload() throws Exception {
        HttpRequest request = request("/uploads")
                .header("Authorization", administrator().authorization())
                .header(TUS, "1.0.0")
                .header("Upload-Length", Integer.toString(FILE.length()))
                .POST(BodyPublishers.noBody())
                .build();
        String location = HTTP.send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String wholeUpload() throws Exception {
        String id = newUpload();
        Map<String, String> headers =
                Map.of(TUS, "1.0.0", "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
        administrator().call("PATCH", "/uploads/" + id, BodyPublishers.ofString(FILE), headers);
        return id;
    }

    private String newArchiveAccount() throws Exception {
        administrator().post("/accounts:open", Map.of("addresses", List.of("dora@example.org")));
        JsonNode found = administrator().get("/accounts?text=dora@").json();
        return found.get("data").get(0).get("id").asString();
    }

    private String newExport() throws Exception {
        HttpRequest request = request("/exports")
                .header("Authorization", administrator().authorization())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("{\"ids\":[\"" + message() + "\"]}"))
                .build();
        return Api.parsed(HTTP.send(request, BodyHandlers.ofString()).body())
                .get("id")
                .asString();
    }

    private String newDepartment() throws Exception {
        return made("/departments", Map.of("name", "Department " + ++made));
    }

    private String newAccount() throws Exception {
        return made("/directory/accounts", Map.of("address", "person" + ++made + "@example.org"));
    }

    private String newPlan() throws Exception {
        return postmaster()
                .call("POST", "/directory/imports", BodyPublishers.ofString(TABLE), "text/csv")
                .json()
                .get("id")
                .asString();
    }

    private String newDomain() throws Exception {
        postmaster().post("/domains", Map.of("name", "unused.example"));
        return "unused.example";
    }

    private String made(String path, Object body) throws Exception {
        return postmaster().post(path, body).json().get("id").asString();
    }
}
