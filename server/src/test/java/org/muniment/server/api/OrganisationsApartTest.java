package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.server.database.Role;
import org.muniment.server.docs.Contract;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.SoftAuthenticator;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * Two organisations on one machine are fully apart: what one has does not exist for anybody of the other, and nobody can
 * tell from an answer, an event or a count that it is there. Ids are tried on every path of the description that takes
 * one, so that a new endpoint is tried too.
 */
class OrganisationsApartTest {
    private static final String FIRST = "example.org";
    private static final String SECOND = TestServer.OTHER_DOMAIN;
    private static final Map<String, Object> ALL = Map.of("all", true);
    private static final String TABLE = "address,name\r\nnew@example.org,New\r\n";

    @TempDir
    private Path home;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.everybodyOver(Archives::open, home);
        for (String domain : List.of(FIRST, SECOND)) {
            administrator(domain).send("PATCH", "/archive", "{\"enabled\":true,\"reason\":\"the test\"}");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Api who(Role role, String domain) throws Exception {
        return server.signedIn(TestServer.addressOf(role, domain));
    }

    private Api administrator(String domain) throws Exception {
        return who(Role.ARCHIVE_ADMINISTRATOR, domain);
    }

    private void deliver(String from, String to, String subject) throws Exception {
        MailReceiver receiver = server.listener().receiver();
        byte[] mail = ("From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\n" + subject + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var envelope = new Envelope(from, List.of(to), "192.0.2.7", "mx", "ESMTP");
        try (Spool.Intake intake = receiver.spool(envelope).begin()) {
            intake.write(mail);
            try (RawMessage message = intake.finish()) {
                assertThat(receiver.receive(envelope, message)).isInstanceOf(MailReceiver.Receipt.Archived.class);
            }
        }
    }

    private static JsonNode found(Api api, String query, int expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                run(api, query).get("total").get("value").asInt())
                        .isEqualTo(expected));
        try {
            return run(api, query);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode run(Api api, String query) throws Exception {
        return api.post("/searches", Map.of("query", query, "time_range", ALL)).json();
    }

    private static String id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json().get("id").asString();
    }

    /** The id of the first thing in a list. */
    private static String first(Api who, String list) throws Exception {
        Api.Answer answer = who.get(list);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("data").get(0).get("id").asString();
    }

    /** One real thing of the first organisation for every kind of id that the description's examples make up. */
    private Map<String, String> idsOfTheFirst() throws Exception {
        deliver("ada@example.org", "bob@example.org", "secret");
        Api administrator = administrator(FIRST);
        Api postmaster = who(Role.POSTMASTER, FIRST);
        Map<String, String> ids = new LinkedHashMap<>();
        JsonNode search = found(administrator, "secret", 1);
        String message = search.get("data").get(0).get("id").asString();
        ids.put("msg_a-1", message);
        ids.put("srch_a-7", search.get("id").asString());
        ids.put("imp_01J", id(administrator.post("/imports", Map.of())));
        Api.Answer upload = administrator.call(
                "POST", "/uploads", BodyPublishers.noBody(), Map.of("Tus-Resumable", "1.0.0", "Upload-Length", "10"));
        String location = upload.header("Location");
        ids.put("upl_01J", location.substring(location.lastIndexOf('/') + 1));
        Api.Answer export = administrator.call(
                "POST",
                "/exports",
                BodyPublishers.ofString("{\"ids\":[\"" + message + "\"]}"),
                Map.of("Content-Type", "application/json", "Accept", "application/json"));
        ids.put("exp_a-9", id(export));
        String reason = "they want it";
        administrator.post("/accounts:open", Map.of("addresses", List.of("bob@example.org"), "reason", reason));
        ids.put("acct_01J", first(administrator, "/accounts"));
        for (String example : List.of("adm_01J", "adm_02J", "adm_03J")) {
            ids.put(example, first(postmaster, "/admins"));
        }
        ids.put("ses_01J", first(administrator, "/me/sessions"));
        ids.put("dept_01J", id(postmaster.post("/departments", Map.of("name", "Secret"))));
        ids.put("dac_01J", id(postmaster.post("/directory/accounts", Map.of("address", "carol@example.org"))));
        ids.put(
                "dpl_01J",
                id(postmaster.call("POST", "/directory/imports", BodyPublishers.ofString(TABLE), "text/csv")));
        ids.put("tok_01J", tokenOf(administrator));
        ids.put("pk_01J", passkeyOf(who(Role.AUDITOR, FIRST)));
        ids.put("note_01J", noticeTo(administrator, postmaster));
        return ids;
    }

    private static String tokenOf(Api owner) throws Exception {
        Api.Answer answer = owner.post(
                "/tokens", Map.of("name", "nightly", "scopes", List.of("archive:read"), "expires_in_days", 9));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return first(owner, "/tokens");
    }

    /** Whoever has one signs in by her password alone no more. */
    private static String passkeyOf(Api owner) throws Exception {
        var console = new Api(owner.url().replace("127.0.0.1", "localhost"), owner.authorization());
        var authenticator = new SoftAuthenticator(console.url());
        JsonNode options =
                console.post("/me/second-factor/passkeys/options", "").json();
        Api.Answer answer = console.post(
                "/me/second-factor/passkeys",
                Map.of("name", "hers", "credential", authenticator.create(options.get("public_key"))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/second_factor/passkeys/0/id").asString();
    }

    /** A notice to everybody of her organisation: that she was invited anew. */
    private static String noticeTo(Api reader, Api by) throws Exception {
        String address = reader.get("/me").json().at("/person/address").asString();
        for (JsonNode admin : by.get("/admins").json().get("data")) {
            if (admin.get("address").asString().equals(address)) {
                Api.Answer invited =
                        by.post("/admins/" + admin.get("id").asString() + ":invite", Map.of("reason", "she forgot it"));
                assertThat(invited.status()).as(invited.text()).isBetween(200, 299);
            }
        }
        return reader.get("/me").json().at("/notices/0/id").asString();
    }

    /** An id of the same form that nobody has. */
    private static String unknown(String id) {
        return id.matches(".*-\\d+")
                ? id.replaceFirst("\\d+$", "987654321")
                : id.substring(0, id.length() - 8) + "zzzzzzzz";
    }

    @Test
    void anIdOfTheOtherOrganisationIsAnsweredLikeOneThatNobodyHas() throws Exception {
        Map<String, String> ids = idsOfTheFirst();
        Contract contract = ContractTest.contract();
        int tried = 0;
        for (Role role : Role.values()) {
            Api stranger = who(role, SECOND);
            for (Contract.Operation operation : contract.operations()) {
                String example = exampleOf(operation);
                if (ids.containsKey(example)) {
                    String theirs = ids.get(example);
                    String nobodys = unknown(theirs);
                    Api.Answer answer = call(stranger, operation, theirs);
                    assertThat(plain(answer, theirs))
                            .as(role + " " + operation.method() + " " + operation.path())
                            .isEqualTo(plain(call(stranger, operation, nobodys), nobodys));
                    assertThat(answer.status()).isBetween(400, 499);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
        JsonNode still = found(administrator(FIRST), "secret", 1);
        assertThat(still.get("data").get(0).get("id").asString()).isEqualTo(ids.get("msg_a-1"));
    }

    @Test
    void whatIsOnesOwnIsNotThereForAColleagueEither() throws Exception {
        Map<String, String> ids = idsOfTheFirst();
        ids.keySet().retainAll(List.of("ses_01J", "tok_01J", "pk_01J", "upl_01J", "exp_a-9"));
        int tried = 0;
        for (String colleague : List.of(
                TestServer.ADMINISTRATOR,
                TestServer.addressOf(Role.POSTMASTER, FIRST),
                TestServer.addressOf(Role.OPERATOR, FIRST),
                TestServer.addressOf(Role.REVIEWER, FIRST))) {
            for (Contract.Operation operation : ContractTest.contract().operations()) {
                String theirs = ids.get(exampleOf(operation));
                if (theirs != null) {
                    Api api = server.signedIn(colleague);
                    String nobodys = unknown(theirs);
                    Api.Answer answer = call(api, operation, theirs);
                    assertThat(plain(answer, theirs))
                            .as(colleague + " " + operation.method() + " " + operation.path())
                            .isEqualTo(plain(call(api, operation, nobodys), nobodys));
                    assertThat(answer.status()).isBetween(400, 499);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(4 * ids.size());
        Api owner = administrator(FIRST);
        assertThat(owner.get("/me/sessions").text()).contains(ids.get("ses_01J"));
        assertThat(owner.get("/tokens").text()).contains(ids.get("tok_01J"));
    }

    @Test
    void aNoticeThatOneHasSeenStaysForHerColleagues() throws Exception {
        Api administrator = administrator(FIRST);
        Api colleague = server.signedIn(TestServer.ADMINISTRATOR);
        String notice = noticeTo(administrator, who(Role.POSTMASTER, FIRST));
        assertThat(colleague.send("DELETE", "/me/notices/" + notice, "").status())
                .isEqualTo(204);
        assertThat(colleague.get("/me").json().get("notices").size()).isZero();
        assertThat(administrator.get("/me").json().at("/notices/0/id").asString())
                .isEqualTo(notice);
        assertThat(administrator(SECOND).get("/me").json().get("notices").size())
                .isZero();
    }

    private static String exampleOf(Contract.Operation operation) {
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asString().equals("path")) {
                return parameter.path("example").asString();
            }
        }
        return "";
    }

    private static Api.Answer call(Api api, Contract.Operation operation, String id) throws Exception {
        String path = operation.path();
        boolean first = true;
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asString().equals("path")) {
                String value = first ? id : parameter.path("example").asString();
                path = path.replace("{" + parameter.path("name").asString() + "}", value);
                first = false;
            }
        }
        Map<String, String> headers = new HashMap<>(Map.of("Tus-Resumable", "1.0.0", "Upload-Offset", "0"));
        JsonNode content = operation.node().path("requestBody").path("content");
        String body = "";
        if (!content.isMissingNode()) {
            headers.put("Content-Type", content.propertyNames().iterator().next());
            JsonNode example = content.path("application/json").path("example");
            body = example.isMissingNode() ? "" : example.toString();
        }
        return api.call(operation.method(), path, BodyPublishers.ofString(body), headers);
    }

    /** Without the id that was asked for, and without what names the request itself. */
    private static String plain(Api.Answer answer, String id) {
        String text = answer.text()
                .replace(id, "ID")
                .replace(id.substring(id.indexOf('_') + 1), "ID")
                .replaceAll("\"(trace_id|instance)\":\"[^\"]*\"", "");
        return answer.status() + " " + text;
    }

    @Test
    void searchesCountsImportsAndStatusKnowTheirOwnAlone() throws Exception {
        deliver("ada@example.org", "bob@example.org", "secret");
        Api administrator = administrator(FIRST);
        administrator.post("/imports", Map.of());
        found(administrator, "secret", 1);
        Api other = administrator(SECOND);
        assertThat(run(other, "secret").get("total").get("value").asInt()).isZero();
        assertThat(other.get("/imports").json().get("data").size()).isZero();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        JsonNode days =
                other.get("/stats/ingest?from=" + today + "&to=" + today).json().get("data");
        days.forEach(day -> assertThat(day.get("archived").asInt()).isZero());
        JsonNode status = other.get("/status").json();
        assertThat(status.get("counts").get("archived").asInt()).isZero();
        assertThat(status.get("smtp").get("accepted").asInt()).isZero();
        assertThat(status.get("smtp").get("last_received").isNull()).isTrue();
        assertThat(status.get("smtp").get("connections").isNull()).isTrue();
        assertThat(administrator
                        .get("/status")
                        .json()
                        .get("smtp")
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void mailBetweenTheTwoIsFoundInBothAndMailOfOneInThatOne() throws Exception {
        deliver("ada@example.org", "bea@" + SECOND, "shared");
        deliver("bea@" + SECOND, "x@example.net", "ours");
        found(administrator(FIRST), "shared", 1);
        found(administrator(SECOND), "shared", 1);
        found(administrator(SECOND), "ours", 1);
        assertThat(run(administrator(FIRST), "ours").get("total").get("value").asInt())
                .isZero();
    }

    @Test
    void anExportOfTheOthersMailHoldsNothing() throws Exception {
        deliver("ada@example.org", "bob@example.org", "secret");
        String theirs = found(administrator(FIRST), "secret", 1)
                .get("data")
                .get(0)
                .get("id")
                .asString();
        Api other = administrator(SECOND);
        String nobodys = unknown(theirs);
        Api.Answer asked = other.post("/exports", Map.of("ids", List.of(theirs)));
        assertThat(plain(asked, theirs))
                .isEqualTo(plain(other.post("/exports", Map.of("ids", List.of(nobodys))), nobodys));
        assertThat(asked.status()).isEqualTo(404);
    }

    @Test
    void eventsTellOfOnesOwnMailAlone() throws Exception {
        Api other = administrator(SECOND);
        try (var events = new BufferedReader(new InputStreamReader(other.stream("/events"), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("event: status");
            deliver("ada@example.org", "bob@example.org", "secret");
            found(administrator(FIRST), "secret", 1);
            deliver("x@example.net", "bea@" + SECOND, "ours");
            String newest = "";
            for (String line = events.readLine(); !line.equals("event: received"); line = events.readLine()) {
                newest = line.contains("\"counts\"") ? line : newest;
            }
            assertThat(newest).contains("\"archived\":1"); // the first that was told of is its own
        }
    }

    @Test
    void onePersonsPreferencesAreNotTheOthers() throws Exception {
        administrator(FIRST).send("PATCH", "/me/preferences", "{\"theme\":\"dark\"}");
        assertThat(administrator(SECOND).get("/me").json().get("preferences").has("theme"))
                .isFalse();
    }

    @Test
    void theSecondHasStoreAndKeysOfItsOwn() {
        assertThat(home.resolve("organisations").resolve("org_other").resolve("store"))
                .isDirectory();
        assertThat(home.resolve("keys").resolve("org_other").resolve("org_other.keyring"))
                .isRegularFile();
    }
}
