package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

@ExtendWith(SharedServer.class)
class AccessApiTest {

    /** An endpoint, and how each kind of caller is answered: what is allowed need not be found. */
    private record Line(String method, String path, String body, boolean local, boolean postmaster) {}

    private static final List<Line> LINES = List.of(
            new Line("PATCH", "/archive", "{}", false, false),
            new Line("POST", "/imports", "{\"unknown\":1}", false, false),
            new Line("POST", "/imports/imp_x/items", "", false, false),
            new Line("POST", "/imports/imp_x/finish", "{}", false, false),
            new Line("POST", "/searches", "{}", false, false),
            new Line("GET", "/searches/srch_w1-1/results", "", false, false),
            new Line("GET", "/messages/msg_w1-999999", "", false, false),
            new Line("GET", "/messages/msg_w1-999999/raw", "", false, false),
            new Line("GET", "/messages/msg_w1-999999/headers", "", false, false),
            new Line("GET", "/messages/msg_w1-999999/text", "", false, false),
            new Line("GET", "/messages/msg_w1-999999/sightings/msg_w1-1/raw", "", false, false),
            new Line("POST", "/exports", "{}", false, false),
            new Line("POST", "/index:rebuild", "", true, false),
            new Line("GET", "/status", "", true, true),
            new Line("POST", "/integrity/runs", "", true, true));

    @Test
    void everyEndpointIsOpenToItsRolesAndToNobodyElse(TestServer server) throws Exception {
        Api nobody = server.nobody();
        Api local = server.local();
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        Api administrator = server.signedIn(TestServer.ADMINISTRATOR);
        for (Line line : LINES) {
            assertThat(call(nobody, line)).as("nobody %s", line).isEqualTo(401);
            allowed(local, line, line.local());
            allowed(postmaster, line, line.postmaster());
            allowed(administrator, line, true);
        }
        assertThat(administrator.post("/setup", "{}").status()).isEqualTo(404);
        assertThat(local.send("DELETE", "/sessions/current", "").status()).isEqualTo(403);
    }

    private static void allowed(Api caller, Line line, boolean allowed) throws Exception {
        if (allowed) {
            assertThat(call(caller, line)).as("%s", line).isNotIn(401, 403, 500);
        } else {
            assertThat(call(caller, line)).as("%s", line).isEqualTo(403);
        }
    }

    private static int call(Api caller, Line line) throws Exception {
        return caller.send(line.method(), line.path(), line.body()).status();
    }

    @Test
    void aRefusalIsLogged(TestServer server) throws Exception {
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        Api.Answer answer = postmaster.get("/messages/msg_w1-1/raw");
        assertThat(answer.code()).isEqualTo("forbidden");
        var entry = server.archive().entries().getLast();
        assertThat(entry.type()).isEqualTo("access.denied");
        assertThat(entry.actor().name()).isEqualTo(TestServer.POSTMASTER);
        assertThat(entry.detail()).containsEntry("what", "GET /api/v1/messages/msg_w1-1/raw");
    }

    @Test
    void whatHasNoRuleIsNotThere(TestServer server) throws Exception {
        Api administrator = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(administrator.get("/nothing").code()).isEqualTo("not-found");
        assertThat(administrator.send("DELETE", "/messages/msg_w1-1", "").status())
                .as("no one deletes mail")
                .isEqualTo(404);
        assertThat(server.nobody().get("/nothing").status()).isEqualTo(401);
    }

    @Test
    void aHostNameThatIsNotOursIsRefused(TestServer server) throws Exception {
        assertThat(firstLine(server, "localhost")).contains(" 200");
        assertThat(firstLine(server, "127.0.0.1:" + port(server))).contains(" 200");
        assertThat(firstLine(server, "evil.example")).contains(" 403");
        assertThat(firstLine(server, "1.2.3.4.evil.example")).contains(" 403");
    }

    private static String firstLine(TestServer server, String host) throws Exception {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port(server))) {
            String request = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static int port(TestServer server) {
        return URI.create(server.nobody().url()).getPort();
    }
}
