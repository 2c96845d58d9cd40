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
