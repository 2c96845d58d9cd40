package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LogCommandTest extends CommandLineTest {

    @Test
    void entriesAreATableInTheReadersZone() throws IOException {
        signedIn();
        server.log = """
                {"data":[{"id":"log_a-7","time":"2026-03-02T09:04:11Z","type":"auth.sign_in","result":"ok",
                "sentence":"ada@example.org \\u001b[2Jsigned in"}],"total":{"value":12,"relation":"eq"}}""";
        Ran ran =
                run("log", "--admin", "ada", "--date", "2026-03", "--type", "auth.*", "--grep", "合同 x", "--limit", "1");
        assertThat(ran.out()).isEqualTo("""
                TIME                        TYPE          WHAT                           RESULT  ID
                2026-03-02 17:04:11 +08:00  auth.sign_in  ada@example.org \uFFFD[2Jsigned in  ok      log_a-7
                12 found, 1 shown
                """);
        assertThat(server.requests)
                .contains("GET /api/v1/log?admin=ada&from=2026-03-01&to=2026-03-31&tz=Asia%2FShanghai"
                        + "&keywords=%E5%90%88%E5%90%8C%20x&type=auth.*&limit=1");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void everyFilterOfTheServerCanBeGiven() throws IOException {
        signedIn();
        run(
                "log",
                "--object",
                "msg_a-1",
                "--ip",
                "192.0.2.7",
                "--case",
                "case_7",
                "--with-reason",
                "--result",
                "denied");
        assertThat(server.requests)
                .contains("GET /api/v1/log?tz=Asia%2FShanghai&result=denied&object=msg_a-1&ip=192.0.2.7&case=case_7"
                        + "&has_reason=true&limit=50");
    }

    @Test
    void anEntryIsShownWithWhatItChangedAndItsProof() throws IOException {
        signedIn();
        server.logEntry = """
                {"id":"log_a-7","time":"2026-03-02T09:04:11Z","administrator":"ada@example.org","ip":"192.0.2.7",
                "type":"admin.policy","sentence":"ada changed \\u001b[2Jthe policy","object":null,"reason":"office","case":null,
                "result":"ok","detail":{"by":"hand"},"before":{"idle_minutes":"30"},"after":{"idle_minutes":"20","x":"1"},
                "evidence":{"covered":true,"leaf_index":1234,"leaf_hash":"ab","tree_size":1300,"root_hash":"cd"}}""";
        assertThat(run("log", "show", "log_a-7").out()).isEqualTo("""
                Id              log_a-7
                Time            2026-03-02 17:04:11 +08:00
                Administrator   ada@example.org
                IP address      192.0.2.7
                Type            admin.policy
                What            ada changed \uFFFD[2Jthe policy
                Result          ok
                Reason          office
                Detail          by: hand
                Proof           leaf 1,234 of 1,300 under a signed checkpoint
                Leaf hash       ab
                Root hash       cd

                FIELD         BEFORE  AFTER
                idle_minutes  30      20
                x                     1
                """);
        assertThat(server.requests).contains("GET /api/v1/log/log_a-7?tz=Asia%2FShanghai");
        assertThat(run("log", "show", "log_a-7", "--json").out()).isEqualTo(server.logEntry + "\n");
        assertThat(run("log", "show", "log_a-8").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void everythingComesAsTheServerSendsIt() throws IOException {
        signedIn();
        assertThat(run("log", "--csv").out()).isEqualTo("\"time\"\r\n");
        assertThat(run("log", "--ndjson").out()).isEqualTo("{\"id\":\"log_a-1\"}\n");
    }

    @Test
    void wrongOptionsAreNamed() throws IOException {
        signedIn();
        assertThat(run("log", "--limit", "501").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("log", "--tz", "Mars").err()).startsWith("--tz Mars: there is no such time zone.");
        assertThat(run("log", "--csv", "--follow").exitCode()).isEqualTo(ExitCode.USAGE);
        for (String form : new String[] {"--csv", "--ndjson", "--follow"}) {
            assertThat(run("log", "--limit", "5", form).err()).startsWith("--limit is for the table");
        }
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aDifferenceIsNamedAndHasItsOwnExitCode() throws IOException {
        running();
        Ran well = run("log", "verify");
        assertThat(well.out()).isEqualTo("1,234 log entries verified: the database shows what the log says.\n");
        assertThat(well.exitCode()).isZero();
        server.comparison = """
                {"intact":false,"entries":12,"tree_size":9,
                "difference":{"kind":"changed","entry":"log_a-9","place":12,"fields":["administrator","time"]}}""";
        Ran differs = run("log", "verify");
        assertThat(differs.out())
                .isEqualTo("The first difference is entry 12, log_a-9: changed (administrator, time).\n");
        assertThat(differs.exitCode()).isEqualTo(ExitCode.INTEGRITY_FAILURE);
    }
}
