package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class SignInTest extends CommandLineTest {

    @Test
    void tokenIsKeptForItsServerAndReadableByItsOwnerOnly() throws IOException {
        running();
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", passwords());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Signed in as ada@example.com until 2026-03-02 20:00:00 +08:00");
        Path token = folder.resolve("config/muniment/token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        assertThat(run("enable", "--reason", "start").exitCode()).isZero();
        assertThat(server.body("PATCH /api/v1/archive").get("reason").text()).isEqualTo("start");
    }

    @Test
    void tokenIsNeverSentToAnotherServer() throws IOException {
        running();
        run("login", "--as", "ada@example.com", "--password-file", passwords());
        try (StubServer other = new StubServer()) {
            Ran ran = run("search", "x", "--date", "all", "--server", other.url());
            assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
            assertThat(ran.err()).contains("You are signed in at " + server.url() + ", not at " + other.url());
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void printedTokenIsNotKept() throws IOException {
        running();
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", passwords(), "--print-token");
        assertThat(ran.out()).isEqualTo(StubServer.TOKEN + "\n");
        assertThat(folder.resolve("config")).doesNotExist();
    }

    @Test
    void signedOutTokenIsForgotten() throws IOException {
        running();
        run("login", "--as", "ada@example.com", "--password-file", passwords());
        assertThat(run("logout").err()).isEqualTo("Signed out.\n");
        assertThat(server.requests).contains("DELETE /api/v1/sessions/current");
        assertThat(run("logout").err()).isEqualTo("Nobody is signed in.\n");
        Ran ran = run("show", "msg_a-1");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(ran.err())
                .isEqualTo("You are not signed in. Sign in: ./muniment login --as ADDRESS --password-file FILE\n");
    }

    @Test
    void aTokenOfTheEnvironmentIsNotSignedOut() throws IOException {
        running();
        run("login", "--as", "ada@example.com", "--password-file", passwords());
        server.requests.clear();
        env.put("MUNIMENT_TOKEN", "mun_of_a_program");
        Ran ran = run("logout");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).startsWith("MUNIMENT_TOKEN is set").contains("unset it first");
        assertThat(server.requests).isEmpty();
        assertThat(folder.resolve("config/muniment/token")).exists();
    }

    @Test
    void theSignInAtAnotherServerIsKept() throws IOException {
        running();
        run("login", "--as", "ada@example.com", "--password-file", passwords());
        try (StubServer other = new StubServer()) {
            Ran ran = run("logout", "--server", other.url());
            assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
            assertThat(ran.err()).contains("You are signed in at " + server.url() + ", not at " + other.url());
        }
        assertThat(folder.resolve("config/muniment/token")).exists();
        server.sessionStays = true;
        assertThat(run("logout").exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(folder.resolve("config/muniment/token")).exists();
        server.sessionStays = false;
        server.sessionEnded = true;
        assertThat(run("logout").err()).isEqualTo("Signed out.\n");
        assertThat(folder.resolve("config/muniment/token")).doesNotExist();
    }

    @Test
    void whoWasAppointedSetsThePasswordWithoutABrowser() throws IOException {
        running();
        String link = write("link", server.url() + "/invitation#inv_1\n").toString();
        String fresh =
                write("fresh", "olga@example.com a quite different phrase\n").toString();
        Ran ran = run("invitation", "accept", "--code-file", link, "--password-file", fresh);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("This invitation is for olga@example.com at Acme.")
                .endsWith("Sign in: ./muniment login --as olga@example.com\n");
        Json sent = server.body("POST /api/v1/invitations/accept");
        assertThat(sent.get("code").text()).isEqualTo("inv_1");
        assertThat(sent.get("password").text()).isEqualTo("a quite different phrase");

        looking = "in";
        input = "inv_1\none long phrase\none long phrase\n";
        Ran typed = run("invitation", "accept");
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.err()).doesNotContain("inv_1").doesNotContain("phrase");
        input = "inv_1\none long phrase\nanother\n";
        assertThat(run("invitation", "accept").err()).endsWith("The two are not the same; nothing was changed.\n");
        input = "inv_2\n";
        Ran wrong = run("invitation", "accept");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(wrong.err()).endsWith("This invitation is not valid.\n");
        looking = "";
        assertThat(run("invitation", "accept").err()).contains("--code-file FILE");
        assertThat(run("invitation", "accept", "--code-file", "-", "--password-file", "-")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void wrongPasswordIsOneSentence() throws IOException {
        running();
        write("pw", "ada@example.com wrong\n");
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", "pw");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(ran.err()).endsWith("The address or the password is wrong.\n");
    }

    @Test
    void endedSignInSaysHowToSignInAgain() throws IOException {
        running();
        env.put("MUNIMENT_TOKEN", "mun_old");
        Ran ran = run("show", "msg_a-1");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(ran.err())
                .contains("You are not signed in, or the sign-in has ended.")
                .contains("./muniment login");
    }

    @Test
    void passwordFileFaultsAreNamed() throws IOException {
        running();
        assertThat(run("login", "--as", "a@b.c", "--password-file", "nowhere").err())
                .isEqualTo("The password file nowhere does not exist.\n");
        write("pw", "# people\n\nada@example.com\n");
        assertThat(run("login", "--as", "a@b.c", "--password-file", "pw").err())
                .endsWith("Line 3 of the password file pw is not \"address password\": it has no blank in it.\n");
        write("pw", "ada@example.com secret\n");
        Ran ran = run("login", "--as", "bob@example.com", "--password-file", "pw");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("There is no password for bob@example.com in the password file pw.");
    }

    @Test
    void passwordFileThatOthersCanReadIsWarnedAbout() throws IOException {
        running();
        Path file = write("pw", "ada@example.com correct horse battery\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Ran ran = run("login", "--as", "ada@example.com", "--password-file", "pw");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err())
                .contains("Warning: other users of this machine can read")
                .contains("chmod 600");
    }

    @Test
    void passwordsComeFromStandardInputToo() throws IOException {
        running();
        input = "ADA@example.com\tcorrect horse battery\n";
        assertThat(run("login", "--as", "ada@example.com", "--password-file", "-")
                        .exitCode())
                .isZero();
    }

    @Test
    void garbageIsNoToken() throws IOException {
        running();
        env.put("MUNIMENT_TOKEN", "mun_1\r\nX-Evil: 1");
        Ran ran = run("show", "msg_a-1");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(ran.err()).contains("MUNIMENT_TOKEN holds no token.");
        assertThat(server.requests).isEmpty();
    }

    private String passwords() throws IOException {
        Path file = write("pw", "# comment\nbob@example.com other\nada@example.com  correct horse battery\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }
}
