package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.Verification;

class ServerCommandsTest extends CommandLineTest {

    @Test
    void withoutServerItSaysHowToStartOne() {
        Ran ran = run("status");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(ran.err())
                .isEqualTo("Muniment is not running (no server in " + folder.resolve("home")
                        + "). Start it with: ./muniment run\n");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void noteOfADeadServerIsNotBelieved() throws IOException {
        running();
        server.close();
        Ran ran = run("status");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(ran.err()).startsWith("Muniment is not running (nothing answers at " + server.url());
    }

    @Test
    void statusIsOneScreen() throws IOException {
        running();
        server.status = """
                {"version":"1.0","url":"http://127.0.0.1:8080","smtp":{"address":"127.0.0.1","port":2525,
                "connections":1,"accepted":2000,"refused":3},"set_up":true,
                "organisation":{"id":"o","name":"Acme","domains":["acme.example","acme.test"]},
                "archive":{"enabled":true,"last_turned_on":"2026-03-02T09:04:11Z","retention_years":5,
                "administrators":["ada@acme.example"]},
                "counts":{"archived":12431,"merged":1,"excluded":0,"log_entries":1,"indexed":12431},
                "evidence":{"tree_size":1,"checkpoint_size":1},
                "storage":{"stored_bytes":98123456,"free_bytes":2000000000000},"writable":true,"balanced":true}""";
        assertThat(run("status").out()).isEqualTo("""
                Muniment        1.0 at http://127.0.0.1:8080
                SMTP            127.0.0.1:2525, 1 connection, 2,000 accepted, 3 refused
                Organisation    Acme (acme.example, acme.test)
                Archiving       on since 2026-03-02 17:04:11 +08:00
                Retention       5 years
                Administrators  ada@acme.example
                Archived        12,431 messages
                Merged          1 further sighting
                Excluded        0
                Archive log     1 entry
                Indexed         12,431 messages, up to date
                Evidence        1 leaf, signed up to 1
                Storage         98.1 MB stored, 2.0 TB free
                Writable        yes
                """);
        assertThat(run("status", "--json").out()).isEqualTo(server.status + "\n");
    }

    @Test
    void statusWarnsBeforeTheServiceEndsAndAfterwards() throws IOException {
        running();
        server.status = status("\"state\":\"ending\",\"last_day\":\"2026-12-31\",\"days_left\":12");
        assertThat(run("status").out()).contains("\nService         ENDS in 12 days, its last day is 2026-12-31\n");
        server.status = status("\"state\":\"ended\",\"last_day\":\"2026-11-01\",\"days_left\":0");
        assertThat(run("status").out()).contains("\nService         ENDED on 2026-11-01, nothing is archived\n");
        server.status = status("\"state\":\"running\",\"last_day\":null,\"days_left\":null");
        assertThat(run("status").out()).doesNotContain("Service");
    }

    private static String status(String service) {
        return "{\"version\":\"1.0\",\"url\":\"http://127.0.0.1:8080\",\"set_up\":true,\"organisation\":{\"name\":\"Acme\"},"
                + "\"service\":{" + service + "},\"writable\":true}";
    }

    @Test
    void freshServerSaysWhatComesNext() throws IOException {
        running();
        assertThat(run("status").out()).contains("none yet; next: ./muniment init");
    }

    @Test
    void initGoesThroughTheRunningServer() throws IOException {
        running();
        Ran ran = run(init());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Set up Acme (org_1). Archiving is off.").contains("./muniment login --as ada@");
        Json sent = server.body("POST /api/v1/setup");
        assertThat(sent.get("domains").list()).extracting(Json::text).containsExactly("acme.example", "acme.test");
        assertThat(sent.get("postmaster").get("password").text()).isEqualTo("a long password");
        assertThat(sent.get("second_factor").text()).isEqualTo("required");
        assertThat(sent.get("retention_years").number()).isEqualTo(7);
    }

    @Test
    void initWorksWithoutServer() throws IOException {
        assertThat(run(init()).out()).contains("Set up Acme (org_direct).");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void initIsNotForDistantServers() throws IOException {
        env.put("MUNIMENT_SERVER", server.url());
        Ran ran = run(init());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("only on the machine of the home folder");
    }

    @Test
    void switchingNeedsAReason() throws IOException {
        signedIn();
        assertThat(run("disable").err())
                .contains("Missing required option: '--reason=TEXT'")
                .contains("help disable");
        assertThat(run("disable", "--reason", " ").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("disable", "--reason", "move").out())
                .isEqualTo("Archiving is off since 2026-03-02 18:04:11 +08:00.\n");
    }

    @Test
    void verifyNamesWhatDiffers() throws IOException {
        running();
        assertThat(run("verify").out()).isEqualTo("Intact: 12 records, 3.5 kB, tree size 12 checked.\n");
        assertThat(run("verify", "--quiet").out()).isEmpty();
        server.integrity = """
                {"intact":false,"records":12,"bytes":3456,"tree_size":12,"failures":[{"file":"a-1.vol",\
                "record":"a-7","offset":4711,"what":"the checksum is 1 and should be 2"}],"notes":["a torn tail"]}""";
        Ran ran = run("verify");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.INTEGRITY_FAILURE);
        assertThat(ran.out())
                .contains("FAILED a-1.vol, record a-7, offset 4711: the checksum is 1 and should be 2")
                .contains("Note: a torn tail")
                .contains("NOT INTACT: 1 failure");
        Json json = Json.read(run("verify", "--json").out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(json.get("failures").list().getFirst().get("record").text()).isEqualTo("a-7");
    }

    @Test
    void verifyWorksWithoutServer() {
        assertThat(run("verify").out()).contains("Intact: 1 record");
        direct = new Direct(
                direct.setUp(),
                (home, progress) -> new Verification(
                        1, 2, 3, List.of(new Verification.Failure("f", null, -1, "is cut")), List.of()));
        assertThat(run("verify").exitCode()).isEqualTo(ExitCode.INTEGRITY_FAILURE);
    }

    @Test
    void checkThatBreaksOffIsNoSuccess() throws IOException {
        running();
        server.integrity = "";
        Ran ran = run("verify");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(ran.err()).contains("broke off");
    }

    @Test
    void indexIsRebuiltInTheBackground() throws IOException {
        running();
        assertThat(run("index", "rebuild").out()).contains("./muniment status shows how far");
        assertThat(run("index").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://archive.example.com", "ftp://x", "http://", "a b"})
    void serverAddressesAreChecked(String address) {
        Ran ran = run("status", "--server", address);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--server").contains("https://");
    }

    @Test
    void wrongArgumentsAreOneSentence() {
        assertThat(run("serach").err())
                .isEqualTo("There is no command \"serach\". Did you mean search? See: ./muniment help\n");
        assertThat(run("status", "--jsn").err()).contains("--jsn").contains("See: ./muniment help status");
        assertThat(run().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("serach").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpIsNotAnError() {
        Ran ran = run("help");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("import", "search", "verify");
        assertThat(run("help", "import").out()).contains("--report");
        assertThat(run("import", "--help").out()).contains("--report");
        assertThat(run("--help").out()).isEqualTo(ran.out());
        assertThat(run("help", "index", "rebuild").out()).contains("while everything goes on");
        assertThat(run("help", "me").err()).isEqualTo("There is no command \"me\". See: ./muniment help\n");
        assertThat(run("version").out()).startsWith("muniment ");
    }

    private String[] init() throws IOException {
        write("pw", "post@acme.example a long password\nada@acme.example another long one\n");
        return new String[] {
            "init",
            "--organisation",
            "Acme",
            "--domain",
            "acme.example",
            "--domain",
            "acme.test",
            "--postmaster",
            "post@acme.example",
            "--archive-admin",
            "ada@acme.example",
            "--password-file",
            "pw",
            "--second-factor",
            "required",
            "--retention-years",
            "7"
        };
    }

    @Test
    void helpKnowsWhatTheLauncherRuns() {
        assertThat(run("help").out())
                .contains("  run            Runs the server")
                .contains("  demo ", "  test ", "  bench ");
        Ran one = run("help", "run");
        assertThat(one.exitCode()).isZero();
        assertThat(one.out()).isEqualTo("Usage: ./muniment run\nRuns the server; Ctrl-C or SIGTERM stops it.\n");
    }
}
