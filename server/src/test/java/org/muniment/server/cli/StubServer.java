package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A small real HTTP server that keeps the contract between server and command line, in memory. */
final class StubServer implements Closeable {
    static final String TOKEN = "mun_0123456789";
    private static final String ADMINS =
            "{\"data\":[{\"id\":\"adm_1\",\"address\":\"olga@example.com\",\"name\":\"Olga\","
                    + "\"roles\":[\"auditor\"],\"state\":\"active\",\"second_factors\":[\"totp\"],\"sessions\":2,\"tokens\":0}]}";
    private static final String INVITED = "{\"admin\":{},\"invitation\":{\"path\":\"/invitation#inv_1\","
            + "\"expires_at\":\"2026-03-09T09:04:11Z\"}}";
    static final String LOCAL = "ab".repeat(32);

    final List<String> requests = new ArrayList<>();
    final Map<String, String> bodies = new HashMap<>();
    final Map<String, byte[]> messages = new HashMap<>();
    final AtomicInteger itemRequests = new AtomicInteger();
    final List<String> hits = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    String status = "{\"version\":\"1\",\"url\":\"u\",\"set_up\":false}";
    String organisations = "{\"data\":[]}";
    String log = "{\"data\":[],\"total\":{\"value\":0,\"relation\":\"eq\"}}";
    String comparison = "{\"intact\":true,\"entries\":1234,\"tree_size\":1300,\"difference\":null}";
    String message = "{\"id\":\"msg_a-1\"}";
    byte[] text = "text\n".getBytes(UTF_8);
    String integrity = "{\"intact\":true,\"records\":12,\"bytes\":3456,\"tree_size\":12,\"failures\":[],\"notes\":[]}";
    String[] zipNames = {"messages/a-1.eml", "manifest.csv"};
    boolean enabled = true;
    boolean cutExport;
    boolean twoSteps;
    boolean stale;
    boolean sessionEnded;
    boolean sessionStays;
    boolean reasonRequired;
    String notes = "";
    String logEntry = "{\"id\":\"log_a-7\"}";

    /** What the nth request with items gets instead of an answer: {@code 507}, {@code 503}, {@code cut}. */
    final Map<Integer, String> trouble = new HashMap<>();

    private final Map<String, String> sightings = new HashMap<>();
    private final Map<String, String> bySha256 = new HashMap<>();
    private final HttpServer server;

    StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Writes the note that a running server leaves in its home folder. */
    void noteIn(Path home) throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(
                home.resolve("run/server.json"),
                "{\"pid\":1,\"url\":\"" + url() + "\",\"local_token\":\"" + LOCAL + "\",\"version\":\"1\"}");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            synchronized (requests) {
                requests.add(request);
                exchange.getRequestHeaders()
                        .forEach((name, values) ->
                                headers.add(name.toLowerCase(Locale.ROOT) + ": " + values.getFirst()));
            }
            if (!request.contains("/sessions") && !request.contains("/invitations/") && !allowed(exchange)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer");
                problem(exchange, 401, "not-authenticated", "Sign in first.");
                return;
            }
            route(exchange, request.replaceFirst("\\?.*", ""));
        }
    }

    private static boolean allowed(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return ("Bearer " + TOKEN).equals(authorization)
                || (("Local " + LOCAL).equals(authorization)
                        && exchange.getRequestHeaders().getFirst("Muniment-Os-User") != null);
    }

    private void route(HttpExchange exchange, String request) throws IOException {
        if (request.endsWith("/items")) {
            items(exchange);
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        synchronized (bodies) {
            bodies.put(request, body);
        }
        switch (request) {
            case "POST /api/v1/setup" -> json(exchange, 201, "{\"organisation_id\":\"org_1\"}");
            case "POST /api/v1/sessions" -> session(exchange, Json.read(body.getBytes(UTF_8)));
            case "DELETE /api/v1/sessions/current" -> end(exchange);
            case "POST /api/v1/invitations/check", "POST /api/v1/invitations/accept" ->
                invited(exchange, Json.read(body.getBytes(UTF_8)));
            case "GET /api/v1/status" -> json(exchange, 200, status);
            case "GET /api/v1/organisations" -> json(exchange, 200, organisations);
            case "PATCH /api/v1/archive" -> archive(exchange, Json.read(body.getBytes(UTF_8)));
            case "POST /api/v1/imports" -> imports(exchange, body);
            case "POST /api/v1/imports/imp_1/finish" -> exchange.sendResponseHeaders(204, -1);
            case "GET /api/v1/log/log_a-7" -> json(exchange, 200, logEntry);
            case "POST /api/v1/searches" -> search(exchange, Json.read(body.getBytes(UTF_8)));
            case "GET /api/v1/searches/srch_a-9/results" -> page(exchange);
            case "GET /api/v1/messages/msg_a-1" -> json(exchange, 200, message);
            case "GET /api/v1/messages/msg_a-1/raw",
                    "GET /api/v1/messages/msg_a-1/text",
                    "GET /api/v1/messages/msg_a-1/headers" -> send(exchange, 200, "text/plain", text);
            case "POST /api/v1/exports" -> export(exchange);
            case "POST /api/v1/integrity/runs" -> integrity(exchange);
            case "GET /api/v1/log" -> log(exchange);
            case "GET /api/v1/log/verify" -> json(exchange, 200, comparison);
            case "POST /api/v1/index:rebuild" -> json(exchange, 202, "{}");
            case "POST /api/v1/sessions/second-factor" -> secondFactor(exchange, Json.read(body.getBytes(UTF_8)));
            case "GET /api/v1/me" -> json(exchange, 200, "{\"person\":{\"address\":\"ada@example.com\"}}");
            case "POST /api/v1/me/reauthentication" -> proof(exchange, Json.read(body.getBytes(UTF_8)));
            case "PUT /api/v1/me/password" -> exchange.sendResponseHeaders(204, -1);
            case "POST /api/v1/me/second-factor/totp" ->
                json(exchange, 201, "{\"secret\":\"ABC\",\"uri\":\"otpauth://x\"}");
            case "POST /api/v1/me/second-factor/totp:confirm" ->
                json(exchange, 200, "{\"recovery_codes\":[\"AAAAA-BBBBB\"]}");
            case "GET /api/v1/admins" -> json(exchange, 200, ADMINS);
            case "POST /api/v1/admins", "POST /api/v1/admins/adm_1:invite" -> json(exchange, 201, INVITED);
            case "POST /api/v1/admins/adm_1:grant", "POST /api/v1/admins/adm_1:suspend" ->
                json(exchange, 200, "{\"address\":\"olga@example.com\",\"state\":\"active\",\"roles\":[\"auditor\"]}");
            case "POST /api/v1/tokens" -> json(exchange, 201, "{\"token\":\"mun_made\"}");
            case "DELETE /api/v1/tokens/tok_1" -> exchange.sendResponseHeaders(204, -1);
            default -> problem(exchange, 404, "not-found", "There is no such message.");
        }
    }

    private void log(HttpExchange exchange) throws IOException {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        switch (accept) {
            case "text/csv" -> send(exchange, 200, accept, "\"time\"\r\n".getBytes(UTF_8));
            case "application/x-ndjson" -> send(exchange, 200, accept, "{\"id\":\"log_a-1\"}\n".getBytes(UTF_8));
            default -> json(exchange, 200, log);
        }
    }

    private void session(HttpExchange exchange, Json request) throws IOException {
        if (twoSteps && request.get("password").text().equals("correct horse battery")) {
            json(exchange, 202, "{\"ticket\":\"tkt_1\",\"methods\":[\"totp\",\"recovery_code\"]}");
        } else if (request.get("password").text().equals("correct horse battery")) {
            json(exchange, 201, "{\"token\":\"" + TOKEN + "\",\"expires_at\":\"2026-03-02T12:00:00Z\"}");
        } else {
            problem(exchange, 401, "not-authenticated", "The address or the password is wrong.");
        }
    }

    private void end(HttpExchange exchange) throws IOException {
        if (sessionEnded) {
            problem(exchange, 401, "not-authenticated", "Sign in first.");
        } else if (sessionStays) {
            problem(exchange, 503, "unavailable", "Not now.");
        } else {
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void invited(HttpExchange exchange, Json request) throws IOException {
        if (request.get("code").text().equals("inv_1")) {
            json(exchange, 200, "{\"address\":\"olga@example.com\",\"name\":\"Olga\",\"organisation\":\"Acme\"}");
        } else {
            problem(exchange, 401, "not-authenticated", "This invitation is not valid.");
        }
    }

    private static void secondFactor(HttpExchange exchange, Json request) throws IOException {
        boolean right = request.get("code").text().equals("123456")
                || request.get("recovery_code").text().equals("AAAAA-BBBBB");
        if (right && request.get("ticket").text().equals("tkt_1")) {
            json(exchange, 201, "{\"token\":\"" + TOKEN + "\",\"expires_at\":\"2026-03-02T12:00:00Z\"}");
        } else {
            problem(exchange, 401, "not-authenticated", "That is not a valid code.");
        }
    }

    private void proof(HttpExchange exchange, Json request) throws IOException {
        if (request.get("password").text().equals("correct horse battery")) {
            stale = false;
            json(exchange, 200, "{}");
        } else {
            problem(exchange, 401, "not-authenticated", "That does not prove who you are.");
        }
    }

    private void archive(HttpExchange exchange, Json request) throws IOException {
        if (stale) {
            problem(exchange, 403, "reauth-required", "Prove who you are.");
            return;
        }
        enabled = request.get("enabled").yes();
        json(
                exchange,
                200,
                "{\"enabled\":" + enabled
                        + ",\"last_turned_on\":\"2026-03-02T09:04:11Z\",\"last_closed\":\"2026-03-02T10:04:11Z\"}");
    }

    private void imports(HttpExchange exchange, String body) throws IOException {
        if (!enabled && !body.contains("\"force\":true")) {
            problem(exchange, 409, "archive-disabled", "Archiving is off.");
        } else {
            json(exchange, 201, "{\"id\":\"imp_1\"}");
        }
    }

    private void items(HttpExchange exchange) throws IOException {
        String wanted = trouble.remove(itemRequests.incrementAndGet());
        if ("507".equals(wanted)) {
            problem(exchange, 507, "storage-full", "The disk is full. Make room and try again.");
            return;
        }
        if ("503".equals(wanted)) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            problem(exchange, 503, "unavailable", "The archive is busy.");
            return;
        }
        StringBuilder outcomes = new StringBuilder();
        DataInputStream in = new DataInputStream(exchange.getRequestBody());
        for (int first = in.read(); first >= 0; first = in.read()) {
            int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            Json header = Json.read(in.readNBytes(length));
            byte[] mail = in.readNBytes((int) in.readLong());
            outcomes.append(outcomes.isEmpty() ? "" : ",").append(outcome(header, mail));
        }
        if ("cut".equals(wanted)) {
            return;
        }
        json(exchange, 200, "{\"outcomes\":[" + outcomes + "]}");
    }

    private synchronized String outcome(Json header, byte[] mail) {
        String item = header.get("container_sha256").text() + " "
                + header.get("position").text();
        String known = sightings.get(item);
        if (known != null) {
            return known.replace("false", "true");
        }
        if (new String(mail, UTF_8).contains("X-Fail:")) {
            return "{\"outcome\":\"failed\",\"already\":false,\"detail\":\"is larger than allowed\"}";
        }
        String id = bySha256.get(sha256(mail));
        String outcome = id == null ? "archived" : "merged";
        if (id == null) {
            id = "msg_a-" + (messages.size() + 1);
            bySha256.put(sha256(mail), id);
            messages.put(id, mail);
        }
        String answer = "{\"outcome\":\"" + outcome + "\",\"id\":\"" + id + "\",\"already\":false}";
        sightings.put(item, answer);
        return answer;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void search(HttpExchange exchange, Json request) throws IOException {
        if (reasonRequired && exchange.getRequestHeaders().getFirst("Audit-Reason") == null) {
            problem(exchange, 428, "reason-required", "The organisation wants to know why mail is read.");
            return;
        }
        String query = request.get("query").text();
        if (query.endsWith("(")) {
            send(
                    exchange,
                    422,
                    "application/problem+json",
                    ("{\"code\":\"query-syntax\",\"detail\":\"The bracket at position " + (query.length() - 1)
                                    + " is never closed.\",\"position\":" + (query.length() - 1) + "}")
                            .getBytes(UTF_8));
            return;
        }
        results(exchange, 0, (int) request.get("limit").number());
    }

    private void page(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        results(
                exchange,
                Integer.parseInt(query.replaceFirst(".*cursor=c", "")),
                Integer.parseInt(query.replaceFirst(".*limit=([0-9]+).*", "$1")));
    }

    private void results(HttpExchange exchange, int from, int limit) throws IOException {
        int to = Math.min(hits.size(), from + limit);
        String next = to < hits.size() && limit > 0 ? "\"c" + to + "\"" : "null";
        json(
                exchange,
                201,
                "{\"id\":\"srch_a-9\",\"total\":{\"value\":" + hits.size() + ",\"relation\":\"eq\"},\"data\":["
                        + String.join(",", hits.subList(from, to)) + "],\"notes\":[" + notes + "],\"next_cursor\":"
                        + next
                        + "}");
    }

    private void export(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : zipNames) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("content of " + name).getBytes(UTF_8));
            }
        }
        exchange.getResponseHeaders().add("Export-Size", "1234");
        exchange.getResponseHeaders().add("Content-Type", "application/zip");
        exchange.sendResponseHeaders(200, cutExport ? bytes.size() + 1_000 : 0);
        exchange.getResponseBody().write(bytes.toByteArray());
        exchange.getResponseBody().flush();
        if (!cutExport) {
            exchange.getResponseBody().close();
        }
    }

    private void integrity(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("{\"done\":1,\"total\":12}\n".getBytes(UTF_8));
            out.flush();
            out.write((integrity + "\n").getBytes(UTF_8));
        }
    }

    private static void json(HttpExchange exchange, int code, String json) throws IOException {
        send(exchange, code, "application/json", json.getBytes(UTF_8));
    }

    static void problem(HttpExchange exchange, int code, String what, String detail) throws IOException {
        String json = "{\"status\":" + code + ",\"code\":\"" + what + "\",\"detail\":\"" + detail + "\"}";
        send(exchange, code, "application/problem+json", json.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int code, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The body of the last request of a kind. */
    Json body(String request) throws IOException {
        @Nullable String body = bodies.get(request);
        return body == null ? Json.NOTHING : Json.read(body.getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
