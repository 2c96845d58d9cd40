package org.muniment.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The same searches at the HTTP API of a server that runs already, over one connection that is kept. */
final class ApiMeasure {
    private final URI searches;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();

    private ApiMeasure(URI api, String token) {
        this.searches = api.resolve("/api/v1/searches");
        this.token = token;
    }

    /** Counts and first pages; the token must be of somebody who may search. */
    static Figures run(URI api, List<String> queries) throws Exception {
        String token = System.getenv("MUNIMENT_TOKEN");
        if (token == null) {
            throw new IOException("--api needs MUNIMENT_TOKEN: muniment login --print-token gives one");
        }
        ApiMeasure measure = new ApiMeasure(api, token);
        return new Figures()
                .putAll("count_", Rounds.measure(queries, query -> measure.search(query, 0)))
                .putAll("first_50_", Rounds.measure(queries, query -> measure.search(query, 50)));
    }

    private int search(String query, int limit) throws IOException, InterruptedException {
        String body = "{\"query\":\"" + query.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\",\"timeRange\":{\"all\":true},\"limit\":" + limit + "}";
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(searches)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the server answered " + answer.statusCode() + " to a search");
        }
        return answer.body().length;
    }
}
