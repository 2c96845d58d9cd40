package org.muniment.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of a browser on the console as the server can tell: keeps cookies, sends the token against forged requests back
 * as a header, says by {@code Sec-Fetch-Site} where a request comes from. Paths are whole.
 */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean sendsToken = true;

    Browser(String url) {
        this.url = url;
        headers.put("Sec-Fetch-Site", "same-origin");
    }

    /** Sends that header from now on; {@code null} for not any more. */
    public Browser with(String header, @Nullable String value) {
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    /** Does as a page that knows nothing of the token against forged requests. */
    public Browser withoutToken() {
        sendsToken = false;
        return this;
    }

    /** Has a cookie set by somebody else. */
    public Browser plant(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Its cookies by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Signs in on the console. */
    public Api.Answer signIn(String address) throws IOException, InterruptedException {
        return send(
                "POST",
                "/api/v1/sessions",
                Map.of("address", address, "password", TestServer.PASSWORD, "kind", "cookie"));
    }

    public Api.Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public Api.Answer send(String method, String path, Object body) throws IOException, InterruptedException {
        String text = body instanceof String given ? given : JSON.writeValueAsString(body);
        var response = HTTP.send(request(method, path, text), BodyHandlers.ofByteArray());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return new Api.Answer(response);
    }

    /** Opens an answer that goes on, and goes away as soon as it has begun; tells with which status. */
    public int glance(String path) throws IOException, InterruptedException {
        var response = HTTP.send(request("GET", path, ""), BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private HttpRequest request(String method, String path, String text) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        if (!text.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        String token = cookies.get("XSRF-TOKEN");
        if (sendsToken && token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return request.build();
    }

    private String cookieHeader() {
        var line = new StringBuilder();
        cookies.forEach((name, value) ->
                line.append(line.isEmpty() ? "" : "; ").append(name).append('=').append(value));
        return line.toString();
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
