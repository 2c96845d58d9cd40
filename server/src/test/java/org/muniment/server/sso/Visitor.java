package org.muniment.server.sso;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at a browser, who follows links and fills in the provider's form. Keeps cookies as a browser does. */
final class Visitor implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final String archive;
    private final LoopbackCookies cookies = new LoopbackCookies();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(String archive) {
        this.archive = archive;
    }

    /** Asks for a page. */
    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Asks the archive's API. */
    HttpResponse<String> api(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(archive + "/api/v1" + path)).build(), BodyHandlers.ofString());
    }

    /** Sends something to the archive's API, as its console does. */
    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(archive + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Begins at the archive; the address of the provider's page to which it sends. */
    String begin() throws IOException, InterruptedException {
        return location(get(archive + "/sso/oidc"));
    }

    /** Signs in at the provider; the address with which it sends back to the archive. */
    String signInAtProvider(String page, String user, String password) throws IOException, InterruptedException {
        HttpResponse<String> shown = get(page);
        Matcher form = FORM.matcher(shown.body());
        if (!form.find()) {
            throw new AssertionError("the provider shows no form but " + shown.statusCode() + " " + shown.body());
        }
        String body = "username=" + encoded(user) + "&password=" + encoded(password);
        return location(http.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    /** All of it; where the archive sends to in the end. */
    String signIn(String user, String password) throws IOException, InterruptedException {
        return location(get(signInAtProvider(begin(), user, password)));
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect, but " + answer.statusCode()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
