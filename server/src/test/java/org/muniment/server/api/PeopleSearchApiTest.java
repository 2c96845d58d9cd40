package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveFixture;
import org.muniment.archive.Archives;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** Searches by account and department, over a real archive and a real directory. */
class PeopleSearchApiTest {
    private static final Map<String, Object> ALL = Map.of("all", true);

    @TempDir
    private Path home;

    private final List<Archive> archives = new ArrayList<>();
    private TestServer server;
    private Api postmaster;
    private Api reader;

    @BeforeEach
    void start() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        server = TestServer.over(
                settings -> {
                    archives.add(Archives.open(settings));
                    return archives.getLast();
                },
                home);
        postmaster = server.signedIn(TestServer.POSTMASTER);
        reader = server.signedIn(TestServer.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void archived(String subject, String recipient) throws Exception {
        var item = new Provenance.Item("0".repeat(64), subject, "box.mbox", null);
        archives.getFirst()
                .ingest(
                        new Provenance("import", Instant.now(), item, true),
                        new Envelope(null, List.of(recipient), null, null, null),
                        ArchiveFixture.raw(ArchiveFixture.mail(subject, "x")));
        ArchiveFixture.awaitIndexed(archives.getFirst());
    }

    private String department(String name, String parent) throws Exception {
        return postmaster
                .post("/departments", Map.of("name", name, "parent", parent))
                .json()
                .get("id")
                .asString();
    }

    private void account(String address, List<String> aliases, String department, Map<String, String> more)
            throws Exception {
        Map<String, Object> account = new java.util.HashMap<>(more);
        account.putAll(Map.of("address", address, "name", "X", "aliases", aliases, "departments", List.of(department)));
        Api.Answer added = postmaster.post("/directory/accounts", account);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
    }

    private Api.Answer search(String query) throws Exception {
        return reader.post("/searches", Map.of("query", query, "time_range", ALL));
    }

    private long found(String query) throws Exception {
        Api.Answer answer = search(query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/total/value").asLong();
    }

    @Test
    void departmentsAreFoundByPathAndByIdWithWhatLiesBelow() throws Exception {
        String sales = department("Sales", "top");
        String north = department("North", sales);
        account("carol@example.org", List.of("cc@example.org"), north, Map.of());
        archived("minutes", "cc@example.org");
        archived("other", "dave@example.org");

        assertThat(found("dept:sales/north")).isEqualTo(1);
        assertThat(found("dept:" + north)).isEqualTo(1);
        assertThat(found("dept:Sales")).isZero();
        assertThat(found("dept:Sales/*")).isEqualTo(1);
        assertThat(found("dept.now:" + sales + "/*")).isEqualTo(1);
        assertThat(found("account:carol@example.org")).isEqualTo(1);
        assertThat(found("account:Dave@example.org")).isEqualTo(1);
        assertThat(found("account:nobody@example.org")).isZero();
    }

    @Test
    void whoCameAfterTheMailWasSentIsInTheDepartmentOnlyNow() throws Exception {
        String sales = department("Sales", "top");
        account("carol@example.org", List.of(), sales, Map.of("since", "2026-06-01T00:00:00Z"));
        archived("minutes", "carol@example.org");

        assertThat(found("dept:Sales")).isZero();
        assertThat(found("dept.now:Sales")).isEqualTo(1);
    }

    @Test
    void departmentThatIsNotThereIsNamedWhereItWasChosen() throws Exception {
        department("Sales", "top");

        Api.Answer typed = search("x dept:Nowhere");
        assertThat(typed.status()).isEqualTo(422);
        assertThat(typed.json().get("code").asString()).isEqualTo("query-syntax");
        assertThat(typed.json().get("position").asInt()).isEqualTo(7);

        var departments = Map.of("ids", List.of("Sales", "dept_01JABCDEF"), "membership", "now");
        Api.Answer chosen =
                reader.post("/searches", Map.of("conditions", Map.of("departments", departments), "time_range", ALL));
        assertThat(chosen.status()).isEqualTo(422);
        assertThat(chosen.json().at("/errors/0/pointer").asString()).isEqualTo("/conditions/departments/ids/1");
    }

    @Test
    void formAndQueryLineSayTheSameOfAccountsAndDepartments() throws Exception {
        var departments =
                Map.of("ids", List.of("Sales/North East"), "include_subdepartments", false, "membership", "now");
        var form = Map.of("accounts", List.of("a@example.org", "b@example.org"), "departments", departments);
        Api.Answer line = reader.post("/query:parse", Map.of("conditions", form));
        String query = line.json().get("query").asString();
        assertThat(query).isEqualTo("(account:a@example.org OR account:b@example.org) dept.now:\"Sales/North East\"");

        Api.Answer back = reader.post("/query:parse", Map.of("query", query));
        assertThat(back.json().at("/conditions/accounts").toString())
                .isEqualTo("[\"a@example.org\",\"b@example.org\"]");
        assertThat(back.json().at("/conditions/departments/ids/0").asString()).isEqualTo("Sales/North East");
        assertThat(back.json()
                        .at("/conditions/departments/include_subdepartments")
                        .asBoolean())
                .isFalse();
        assertThat(back.json().at("/conditions/departments/membership").asString())
                .isEqualTo("now");

        Api.Answer wrong = reader.post(
                "/query:parse", Map.of("conditions", Map.of("departments", Map.of("membership", "sometimes"))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/conditions/departments/membership");
    }

    @Test
    void pagesOfASearchMeanWhoWasInTheDepartmentWhenItWasMade() throws Exception {
        String sales = department("Sales", "top");
        account("carol@example.org", List.of(), sales, Map.of());
        archived("minutes", "carol@example.org");
        archived("other", "dave@example.org");
        String run = search("dept.now:Sales").json().get("id").asString();

        account("dave@example.org", List.of(), sales, Map.of());

        assertThat(reader.get("/searches/" + run + "/results")
                        .json()
                        .at("/total/value")
                        .asLong())
                .isEqualTo(1);
        assertThat(found("dept.now:Sales")).isEqualTo(2);
    }
}
