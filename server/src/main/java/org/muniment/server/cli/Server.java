package org.muniment.server.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The server as a command sees it: one request after the other, problems as {@link Refusal}. Not thread-safe. */
final class Server implements Closeable {
    private static final String BASE = "/api/v1";
    private static final HttpConnection.Body NONE = body(new byte[0]);

    private final ServerAddress address;
    private final Map<String, String> always;
    private final @Nullable Passwords passwords;
    private @Nullable HttpConnection connection;

    /** Where the password of a person comes from when the server asks for a fresh proof. */
    @FunctionalInterface
    interface Passwords {
        String of(String address) throws IOException;
    }

    Server(ServerAddress address, Map<String, String> credentials) {
        this(address, credentials, null);
    }

    /** @param always header fields that go with every request, such as who asks */
    Server(ServerAddress address, Map<String, String> always, @Nullable Passwords passwords) {
        this.address = address;
        this.always = Map.copyOf(always);
        this.passwords = passwords;
    }

    /** The same server for another thread. */
    Server another() {
        return new Server(address, always, passwords);
    }

    /** The same server, which gets these header fields too with every request. */
    Server with(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(always);
        all.putAll(fields);
        return new Server(address, all, passwords);
    }

    ServerAddress address() {
        return address;
    }

    HttpAnswer get(String path) throws IOException {
        return call("GET", path, null, NONE);
    }

    /** What lies there as a type of content. */
    HttpAnswer getAs(String accept, String path) throws IOException {
        return call("GET", path, null, accept, NONE);
    }

    HttpAnswer delete(String path) throws IOException {
        return call("DELETE", path, null, NONE);
    }

    HttpAnswer post(String path, JsonText json) throws IOException {
        return call("POST", path, "application/json", body(json.bytes()));
    }

    HttpAnswer put(String path, JsonText json) throws IOException {
        return call("PUT", path, "application/json", body(json.bytes()));
    }

    HttpAnswer patch(String path, JsonText json) throws IOException {
        return call("PATCH", path, "application/json", body(json.bytes()));
    }

    /**
     * Sends a request. When the server asks for a fresh proof of who asks, gives it and sends the request again.
     *
     * @throws Refusal if the server answers with a problem
     * @throws CliException if the server cannot be reached, or goes away
     */
    HttpAnswer call(String method, String path, @Nullable String type, HttpConnection.Body body) throws IOException {
        return call(method, path, type, "*/*", body);
    }

    private HttpAnswer call(String method, String path, @Nullable String type, String accept, HttpConnection.Body body)
            throws IOException {
        HttpAnswer answer = answer(method, path, type, accept, body);
        if (answer.status() < 400) {
            return answer;
        }
        Refusal refusal = Refusal.of(answer);
        Passwords known = passwords;
        if (known == null || !refusal.code().equals("reauth-required")) {
            throw refusal;
        }
        prove(known);
        return accepted(answer(method, path, type, accept, body));
    }

    private void prove(Passwords known) throws IOException {
        String who = get("/me").json().get("person").get("address").text();
        JsonText proof = new JsonText().put("password", known.of(who));
        accepted(answer("POST", "/me/reauthentication", "application/json", "*/*", body(proof.bytes())))
                .bytes();
    }

    private static HttpAnswer accepted(HttpAnswer answer) throws IOException {
        if (answer.status() >= 400) {
            throw Refusal.of(answer);
        }
        return answer;
    }

    private HttpAnswer answer(
            String method, String path, @Nullable String type, String accept, HttpConnection.Body body)
            throws IOException {
        Map<String, String> fields = new TreeMap<>(always);
        fields.put("Accept", accept);
        fields.put("User-Agent", "muniment-cli");
        if (type != null) {
            fields.put("Content-Type", type);
        }
        HttpConnection open = connected();
        try {
            return open.send(method, BASE + path, fields, body);
        } catch (UnreadableItemException e) {
            throw e;
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.TRY_AGAIN,
                    "The server at " + address.origin() + " went away (" + e.getMessage()
                            + "). Look at its output, start it again and repeat the command.",
                    e);
        }
    }

    private HttpConnection connected() throws IOException {
        HttpConnection open = connection;
        if (open != null && open.usable()) {
            return open;
        }
        close();
        try {
            open = HttpConnection.to(address);
        } catch (IOException e) {
            throw unreachable(e);
        }
        connection = open;
        return open;
    }

    private CliException unreachable(IOException e) {
        if (address.localToken() != null) {
            return new NotRunningException(
                    "Muniment is not running (nothing answers at " + address.origin() + ", " + address.from()
                            + "). Start it with: ./muniment run",
                    e);
        }
        return new CliException(
                ExitCode.TRY_AGAIN,
                "No server answers at " + address.origin() + " (" + address.from() + "): " + e.getMessage()
                        + ". Check the address and whether it runs.",
                e);
    }

    static HttpConnection.Body body(byte[] bytes) {
        return new HttpConnection.Body() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** Takes one page of a list: as it came, and read. */
    @FunctionalInterface
    interface Pages {
        void take(byte[] bytes, Json page) throws IOException;
    }

    /** Asks for a list page by page, to its end, and returns the last page. The path has parameters already. */
    Json pages(String path, Pages taker) throws IOException {
        String next = "";
        while (true) {
            byte[] bytes = get(next.isEmpty() ? path : path + "&cursor=" + encoded(next))
                    .bytes();
            Json page = Json.read(bytes);
            taker.take(bytes, page);
            next = page.get("next_cursor").text();
            if (next.isEmpty()) {
                return page;
            }
        }
    }

    /** A value as part of a path or query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
