package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.Role;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

class DirectoryApiTest {
    @TempDir
    private Path home;

    private TestServer server;
    private Api postmaster;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.everybody(home);
        postmaster = server.signedIn(TestServer.addressOf(Role.POSTMASTER, "example.org"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String department(String name, String parent) throws Exception {
        Api.Answer answer = postmaster.post("/departments", Map.of("name", name, "parent", parent));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    @Test
    void aTreeIsMadeMovedAndMergedAndTheArchiveAdministratorReadsIt() throws Exception {
        String sales = department("Sales", "top");
        String north = department("North", sales);
        String oslo = department("Oslo", north);
        Api.Answer added = postmaster.post(
                "/directory/accounts",
                Map.of("address", "Carol@example.org", "name", "Carol Chen", "departments", List.of(oslo)));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String carol = added.json().get("id").asString();
        assertThat(added.json().at("/departments/0/path").toString()).isEqualTo("[\"Sales\",\"North\",\"Oslo\"]");

        Api reader = server.signedIn(TestServer.addressOf(Role.ARCHIVE_ADMINISTRATOR, "example.org"));
        Api.Answer top = reader.get("/departments?parent=top");
        assertThat(top.json().at("/data/0/accounts_within").asInt()).isEqualTo(1);
        assertThat(top.json().at("/data/0/accounts").asInt()).isZero();
        assertThat(top.json().at("/data/0/departments").asInt()).isEqualTo(1);
        assertThat(postmaster
                        .send("PATCH", "/departments/" + north, Map.of("parent", oslo))
                        .status())
                .isEqualTo(422);
        assertThat(postmaster
                        .send("PATCH", "/departments/" + oslo, Map.of("parent", "top", "name", "Oslo office"))
                        .json()
                        .get("path")
                        .toString())
                .isEqualTo("[\"Oslo office\"]");
        assertThat(postmaster
                        .post("/departments/" + oslo + ":merge", Map.of("into", north))
                        .json()
                        .get("accounts")
                        .asInt())
                .isEqualTo(1);
        assertThat(reader.get("/directory/accounts?department=" + sales)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(reader.get("/directory/accounts?department=" + sales + "&subdepartments=false")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(reader.get("/directory/accounts/" + carol + "/history")
                        .json()
                        .get("memberships")
                        .size())
                .isEqualTo(2);
        assertThat(reader.get("/directory/suggest?prefix=car")
                        .json()
                        .at("/data/0/address")
                        .asString())
                .isEqualTo("carol@example.org");
        assertThat(reader.get("/departments?closed=true").json().get("data").size())
                .isEqualTo(3);
        assertThat(reader.post("/departments", Map.of("name", "Mine")).status()).isEqualTo(403);
        assertThat(server.archive().entries().stream()
                        .map(entry -> entry.type())
                        .filter(type -> type.startsWith("directory.")))
                .containsExactly(
                        "directory.department_add",
                        "directory.department_add",
                        "directory.department_add",
                        "directory.account_add",
                        "directory.department_change",
                        "directory.department_merge");
    }

    @Test
    void idsOfAnotherOrganisationAreNotThere() throws Exception {
        String sales = department("Sales", "top");
        String carol = postmaster
                .post("/directory/accounts", Map.of("address", "carol@example.org"))
                .json()
                .get("id")
                .asString();
        Api other = server.signedIn(TestServer.addressOf(Role.POSTMASTER, TestServer.OTHER_DOMAIN));
        assertThat(other.get("/departments").json().get("data").size()).isZero();
        assertThat(other.get("/departments/" + sales).status()).isEqualTo(404);
        assertThat(other.get("/departments?parent=" + sales).status()).isEqualTo(404);
        assertThat(other.send("PATCH", "/departments/" + sales, Map.of("name", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/departments/" + sales + ":merge", Map.of("into", sales))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/directory/accounts").json().get("total").asInt()).isZero();
        assertThat(other.get("/directory/accounts/" + carol).status()).isEqualTo(404);
        assertThat(other.get("/directory/accounts/" + carol + "/history").status())
                .isEqualTo(404);
        assertThat(other.send("PATCH", "/directory/accounts/" + carol, Map.of("name", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/directory/accounts?department=" + sales).status())
                .isEqualTo(422);
        assertThat(other.send("DELETE", "/domains/example.org", "").status()).isEqualTo(404);
        assertThat(other.post("/domains", Map.of("name", "example.org")).status())
                .isEqualTo(409);
    }

    @Test
    void wrongFieldsAreNamed() throws Exception {
        Api.Answer unknown = postmaster.post("/directory/accounts", Map.of("address", "a@example.org", "nme", "x"));
        assertThat(unknown.json().at("/errors/0/pointer").asString()).isEqualTo("/nme");
        Api.Answer foreign = postmaster.post("/directory/accounts", Map.of("address", "a@else.example"));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.json().at("/errors/0/pointer").asString()).isEqualTo("/address");
        Api.Answer nowhere = postmaster.post(
                "/directory/accounts", Map.of("address", "a@example.org", "departments", List.of("dept_x")));
        assertThat(nowhere.json().at("/errors/0/pointer").asString()).isEqualTo("/departments/0");
        assertThat(postmaster
                        .get("/directory/accounts?state=gone")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("state");
        String long_ = "x".repeat(100_000);
        assertThat(postmaster.post("/departments", Map.of("name", long_)).status())
                .isEqualTo(422);
        assertThat(postmaster
                        .get("/directory/suggest?prefix=" + "x".repeat(3_000))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatIsSeenInMailIsAdopted() throws Exception {
        Api.Answer empty = postmaster.get("/directory/unknown");
        assertThat(empty.json().get("total").asInt()).isZero();
        Api.Answer adopted =
                postmaster.post("/directory/unknown:adopt", Map.of("addresses", List.of("Seen@example.org")));
        assertThat(adopted.json().get("adopted").asInt()).isEqualTo(1);
        assertThat(postmaster
                        .get("/directory/accounts?source=seen")
                        .json()
                        .at("/data/0/address")
                        .asString())
                .isEqualTo("seen@example.org");
        assertThat(postmaster
                        .post("/directory/unknown:adopt", Map.of("addresses", List.of("seen@example.org")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aNewDomainIsArchivedFromThenOn() throws Exception {
        assertThat(postmaster
                        .post("/domains", Map.of("name", "New.Example"))
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("new.example");
        assertThat(server.archive().settings().rules().get().domains()).contains("new.example");
        assertThat(postmaster.send("DELETE", "/domains/new.example", "").status())
                .isEqualTo(204);
        assertThat(server.archive().settings().rules().get().domains()).containsExactly("example.org");
    }

    @Test
    void oneTableOfAnOrganisationIsReadAtATimeAndAnotherOnesBesides() throws Exception {
        Api other = server.signedIn(TestServer.addressOf(Role.POSTMASTER, TestServer.OTHER_DOMAIN));
        try (var slow = new SlowTable();
                ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<Api.Answer> first = one.submit(() -> table(postmaster, BodyPublishers.ofInputStream(() -> slow)));
            slow.awaitReading();
            Api.Answer second = table(postmaster, BodyPublishers.ofString("address\n"));
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(table(other, BodyPublishers.ofString("address\n")).status())
                    .isEqualTo(201);
            slow.end();
            assertThat(first.get().status()).isEqualTo(422);
        }
        assertThat(table(postmaster, BodyPublishers.ofString("address\n")).status())
                .isEqualTo(201);
    }

    private static Api.Answer table(Api api, BodyPublisher table) throws Exception {
        return api.call("POST", "/directory/imports", table, "text/csv");
    }

    /** So much that the server must have begun to read it, and then nothing until it is told to end. */
    private static final class SlowTable extends InputStream {
        private static final int MUCH = 24 << 20;

        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch ending = new CountDownLatch(1);
        private int sent;

        @Override
        public int read() throws IOException {
            if (sent < MUCH) {
                sent++;
                return 'x';
            }
            reading.countDown();
            try {
                ending.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return -1;
        }

        void awaitReading() throws InterruptedException {
            reading.await();
        }

        void end() {
            ending.countDown();
        }

        @Override
        public void close() {
            end();
        }
    }

    @Test
    void theServersPasswordComesInAndNeverGoesOut() throws Exception {
        String settings = """
                {"host":"127.0.0.1","port":1,"security":"plain","bind_dn":"cn=reader,dc=example,dc=org",
                "bind_password":"very secret indeed","base":"dc=example,dc=org","schedule":"day","hour":3}""";
        Api.Answer kept = postmaster.send("PUT", "/directory/syncs/ldap", settings);
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        Api reader = server.signedIn(TestServer.addressOf(Role.ARCHIVE_ADMINISTRATOR, "example.org"));
        Api.Answer shown = reader.get("/directory/syncs/ldap");
        assertThat(shown.json().get("password_set").asBoolean()).isTrue();
        assertThat(kept.text() + shown.text()).doesNotContain("very secret");
        Api.Answer run = postmaster.post("/directory/syncs/ldap:run", Map.of());
        assertThat(run.json().get("outcome").asString()).isEqualTo("failed");
        assertThat(run.json().get("problem").asString()).contains("127.0.0.1:1 cannot be reached");
        assertThat(reader.get("/directory/syncs").json().get("data").size()).isEqualTo(1);
        assertThat(server.archive().entries().toString()).doesNotContain("very secret");
        Api other = server.signedIn(TestServer.addressOf(Role.POSTMASTER, TestServer.OTHER_DOMAIN));
        assertThat(other.get("/directory/syncs/ldap").json().get("settings").isNull())
                .isTrue();
        assertThat(other.get("/directory/syncs").json().get("data").size()).isZero();
    }

    @Test
    void wrongServerSettingsAreNamed() throws Exception {
        Map<String, String> wrong = Map.of(
                "/host", "{\"host\":\"a b\",\"base\":\"dc=x\"}",
                "/base", "{\"host\":\"a\",\"base\":\"nonsense\"}",
                "/port", "{\"host\":\"a\",\"base\":\"dc=x\",\"port\":99999}",
                "/filter", "{\"host\":\"a\",\"base\":\"dc=x\",\"filter\":\"((\"}",
                "/trust", "{\"host\":\"a\",\"base\":\"dc=x\",\"trust\":\"no certificate\"}",
                "/security", "{\"host\":\"a\",\"base\":\"dc=x\",\"security\":\"none\"}",
                "/schedule", "{\"host\":\"a\",\"base\":\"dc=x\",\"schedule\":\"often\"}",
                "/attributes/name", "{\"host\":\"a\",\"base\":\"dc=x\",\"attributes\":{\"name\":\"c n\"}}");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            Api.Answer answer = postmaster.send("PUT", "/directory/syncs/ldap", one.getValue());
            assertThat(answer.status()).as(one.getValue()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(one.getKey());
        }
    }
}
