package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Signing in with two factors, fresh proofs, and the commands for people and tokens. */
class PeopleCommandsTest extends CommandLineTest {

    private String passwords() throws IOException {
        return write("pw", "ada@example.com correct horse battery\n").toString();
    }

    @Test
    void loginAsksForTheCodeThatItNeeds() throws IOException {
        running();
        server.twoSteps = true;
        looking = "in";
        input = "123456\n";
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", passwords());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Code of the authenticator app").contains("Signed in as ada@example.com");
        assertThat(server.body("POST /api/v1/sessions/second-factor")
                        .get("code")
                        .text())
                .isEqualTo("123456");
    }

    @Test
    void loginTakesPasswordAndCodeFromAPersonAtTheTerminal() throws IOException {
        running();
        server.twoSteps = true;
        looking = "in";
        input = "correct horse battery\nAAAAA-BBBBB\n";
        Ran ran = run("login", "--as", "ada@example.com");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(server.body("POST /api/v1/sessions/second-factor")
                        .get("recovery_code")
                        .text())
                .isEqualTo("AAAAA-BBBBB");
        assertThat(ran.err() + ran.out()).doesNotContain("correct horse").doesNotContain("BBBBB");
    }

    @Test
    void loginTakesTheCodeFromAFile() throws IOException {
        running();
        server.twoSteps = true;
        String code = write("code", "123 456\n").toString();
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", passwords(), "--code-file", code);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    @Test
    void whereNobodyCanBeAskedLoginSaysWhatToGive() throws IOException {
        running();
        server.twoSteps = true;
        assertThat(run("login", "--as", "ada@example.com").err()).contains("--password-file FILE");
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", passwords());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--code-file FILE");
    }

    @Test
    void aWrongCodeIsOneSentence() throws IOException {
        running();
        server.twoSteps = true;
        String code = write("code", "000000\n").toString();
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", passwords(), "--code-file", code);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(ran.err()).endsWith("That is not a valid code.\n");
    }

    @Test
    void aCommandThatNeedsAFreshProofAsksAndGoesOn() throws IOException {
        signedIn();
        server.stale = true;
        looking = "in";
        input = "correct horse battery\n";
        Ran ran = run("enable", "--reason", "start");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Password of ada@example.com:");
        assertThat(ran.out()).startsWith("Archiving is on");
    }

    @Test
    void theFreshProofComesFromAFileWhereNobodyCanBeAsked() throws IOException {
        signedIn();
        server.stale = true;
        assertThat(run("enable", "--reason", "start").err()).contains("MUNIMENT_PASSWORD_FILE");
        env.put("MUNIMENT_PASSWORD_FILE", passwords());
        assertThat(run("enable", "--reason", "start").exitCode()).isZero();
    }

    @Test
    void aWrongPasswordDoesNotGoOn() throws IOException {
        signedIn();
        server.stale = true;
        env.put("MUNIMENT_PASSWORD_FILE", write("pw", "ada@example.com wrong\n").toString());
        Ran ran = run("enable", "--reason", "start");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(ran.err()).endsWith("That does not prove who you are.\n");
    }

    @Test
    void enrollingPrintsTheSecretAndTheCodesOnStandardOutputAlone() throws IOException {
        signedIn();
        looking = "in";
        input = "123456\n";
        Ran ran = run("second-factor", "enrol");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo("Secret: ABC\nLink:   otpauth://x\nAAAAA-BBBBB\n");
        looking = "";
        assertThat(run("second-factor", "enrol").err()).contains("second-factor confirm --code-file");
    }

    @Test
    void peopleAreListedAppointedAndChanged() throws IOException {
        signedIn();
        assertThat(run("user", "list").out()).contains("olga@example.com").contains("auditor");
        assertThat(run("user", "list", "--json").out()).startsWith("{\"data\":[{");
        for (String command : new String[] {"add", "grant", "revoke"}) {
            assertThat(run("help", "user", command).out().replaceAll("\\s+", " "))
                    .contains("operator, postmaster, archive-admin, auditor or reviewer");
        }
        Ran added = run("user", "add", "new@example.com", "--role", "archive-admin", "--reason", "needed");
        assertThat(added.out()).isEqualTo(server.url() + "/invitation#inv_1\n");
        assertThat(server.body("POST /api/v1/admins")
                        .get("roles")
                        .list()
                        .getFirst()
                        .text())
                .isEqualTo("archive_administrator");
        assertThat(run("user", "grant", "olga@example.com", "--role", "auditor", "--reason", "x")
                        .exitCode())
                .isZero();
        assertThat(run("user", "suspend", "Olga@Example.com", "--reason", "leave")
                        .exitCode())
                .isZero();
        assertThat(run("user", "suspend", "nobody@example.com", "--reason", "leave")
                        .exitCode())
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("user", "suspend", "olga@example.com").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theOwnPasswordIsChangedOnlyWhenItIsTypedTwiceAlike() throws IOException {
        signedIn();
        looking = "in";
        input = "old\none phrase\nanother phrase\n";
        assertThat(run("user", "passwd").err()).contains("not the same");
        input = "old\none phrase\none phrase\n";
        assertThat(run("user", "passwd").exitCode()).isZero();
        assertThat(server.body("PUT /api/v1/me/password").get("new_password").text())
                .isEqualTo("one phrase");
    }

    @Test
    void tokensAreMadeAndRevoked() throws IOException {
        signedIn();
        Ran made = run("token", "new", "--name", "nightly", "--scope", "archive:read", "--from", "10.0.0.0/8");
        assertThat(made.out()).isEqualTo("mun_made\n");
        assertThat(server.body("POST /api/v1/tokens").get("expires_in_days").number())
                .isEqualTo(90);
        assertThat(run("token", "revoke", "tok_1").exitCode()).isZero();
    }
}
