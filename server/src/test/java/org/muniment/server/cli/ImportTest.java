package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportTest extends CommandLineTest {

    @Test
    void everythingFoundIsAccountedFor() throws IOException {
        signedIn();
        mail("a/1.eml", "one");
        mail("a/2.eml", "two");
        mail("b/copy-of-1.eml", "one");
        mail("b/fails.eml", "x\nX-Fail: yes");
        write("b/README", "no mail");
        write("b/.DS_Store", "x");
        Ran ran = run(
                "import", folder.resolve("a").toString(), folder.resolve("b").toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.PARTLY_DONE);
        assertThat(ran.out()).isEqualTo("""
                found 5 = archived 2 + merged 1 + excluded 0 + failed 2
                of these 1 were already in the archive
                passed over 1 file that hold no mail
                """);
        assertThat(ran.err())
                .contains("failed: " + folder.resolve("b/README") + ": does not look like a mail")
                .contains("failed: " + folder.resolve("b/fails.eml") + ": is larger than allowed");
        Json finish = server.body("POST /api/v1/imports/imp_1/finish");
        assertThat(finish.get("found").number()).isEqualTo(5);
        assertThat(finish.get("failed").number()).isEqualTo(2);
    }

    @Test
    void secondRunAddsNothingAndHasTheSameBalance() throws IOException {
        signedIn();
        for (int i = 0; i < 700; i++) {
            mail("in/" + i + ".eml", "mail " + i % 600 + " of " + (i < 650 ? "us" : "them"));
            mail("in/box" + i % 7 + "/" + i, "another " + i);
        }
        mbox("in/box.mbox", 300);
        Ran first = run("import", folder.resolve("in").toString());
        int kept = server.messages.size();
        Ran second = run("import", folder.resolve("in").toString());
        assertThat(first.exitCode()).isZero();
        assertThat(second.out().lines().findFirst())
                .isEqualTo(first.out().lines().findFirst());
        assertThat(second.out()).contains("of these 1,700 were already in the archive");
        assertThat(server.messages).hasSize(kept);
        assertThat(first.out()).contains("found 1,700 = archived " + Texts.count(kept) + " + merged ");
    }

    @Test
    void bytesArriveAsTheyAre() throws IOException {
        signedIn();
        String mail = "Subject: \u00e4\r\n\r\nbody \u0000 \n\r\r\n";
        Path file = write("1.eml", mail);
        assertThat(run("import", file.toString()).exitCode()).isZero();
        assertThat(server.messages.get("msg_a-1")).isEqualTo(mail.getBytes(UTF_8));
    }

    @Test
    void largeMailIsStreamedByItself() throws IOException {
        signedIn();
        String large = "Subject: large\n\n" + "0123456789abcde\n".repeat(600_000);
        mail("in/1.eml", "small");
        write("in/2.eml", large);
        mail("in/3.eml", "small too");
        Ran ran = run("import", folder.resolve("in").toString());
        assertThat(ran.out()).startsWith("found 3 = archived 3 ");
        assertThat(server.messages.values())
                .anySatisfy(bytes -> assertThat(bytes).isEqualTo(large.getBytes(UTF_8)));
    }

    @Test
    void fullStoreStopsTheImportWhichContinuesLater() throws IOException {
        signedIn();
        mbox("in.mbox", 2_000);
        server.trouble.put(3, "507");
        Ran ran = run("import", folder.resolve("in.mbox").toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(ran.err())
                .contains("The import stopped: The disk is full. Make room and try again.")
                .contains("Running the same command again continues.");
        assertThat(ran.out()).startsWith("found ");
        assertThat(server.requests).doesNotContain("POST /api/v1/imports/imp_1/finish");
        assertThat(server.messages.size()).isBetween(256, 1_999);
        Ran again = run("import", folder.resolve("in.mbox").toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).startsWith("found 2,000 = archived 2,000 + merged 0 + excluded 0 + failed 0");
        assertThat(server.messages).hasSize(2_000);
    }

    @Test
    void busyServerAndCutConnectionAreTriedAgain() throws IOException {
        signedIn();
        mbox("in.mbox", 1_500);
        server.trouble.put(2, "503");
        server.trouble.put(3, "cut");
        Ran ran = run("import", folder.resolve("in.mbox").toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("found 1,500 = archived 1,500 ");
        assertThat(server.messages).hasSize(1_500);
    }

    @Test
    void serverThatGoesAwayStopsTheImport() throws IOException {
        signedIn();
        mbox("in.mbox", 1_500);
        for (int i = 2; i < 40; i++) {
            server.trouble.put(i, "cut");
        }
        Ran ran = run("import", folder.resolve("in.mbox").toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(ran.err()).contains("went away").contains("continues");
    }

    @Test
    void everyFailureIsInTheReport() throws IOException {
        signedIn();
        for (int i = 0; i < 30; i++) {
            write("in/" + i + ".txt", "no mail");
        }
        Ran ran = run("import", folder.resolve("in").toString());
        assertThat(ran.err().lines().filter(line -> line.startsWith("failed: ")))
                .hasSize(20);
        assertThat(ran.err()).contains("and 10 more").contains("muniment-import-20260302-170411.csv");
        assertThat(folder.resolve("muniment-import-20260302-170411.csv")).exists();
        run("import", folder.resolve("in").toString(), "--report", "all.csv");
        try (Stream<String> lines = Files.lines(folder.resolve("all.csv"))) {
            assertThat(lines).hasSize(31).first().isEqualTo("path,position,reason");
        }
    }

    @Test
    void failureInAnMboxIsNamedWithItsPlace() throws IOException {
        signedIn();
        write(
                "in.mbox",
                "From a Mon Jan  1 10:00:00 2024\nX-Fail: y\n\nx\n\nFrom a Mon Jan  1 10:00:00 2024\nA: b\n\nx\n\n");
        write(
                "second.mbox",
                "From a Mon Jan  1 10:00:00 2024\nA: c\n\nx\n\nFrom a Mon Jan  1 10:00:00 2024\nX-Fail: y\n\nx\n\n");
        Ran ran = run(
                "import",
                folder.resolve("in.mbox").toString(),
                folder.resolve("second.mbox").toString());
        assertThat(ran.err()).contains("second.mbox at 41: is larger than allowed");
    }

    @Test
    void balanceIsPrintedAsJson() throws IOException {
        signedIn();
        mail("in/1.eml", "one");
        write("in/no", "no mail");
        Json json = Json.read(
                run("import", folder.resolve("in").toString(), "--json").out().getBytes(UTF_8));
        assertThat(json.get("complete").yes()).isTrue();
        assertThat(json.get("balance").get("found").number()).isEqualTo(2);
        assertThat(json.get("balance").get("archived").number()).isEqualTo(1);
        assertThat(json.get("failures").list().getFirst().get("path").text()).endsWith("no");
    }

    @Test
    void importWhileArchivingIsOffMustBeForced() throws IOException {
        signedIn();
        server.enabled = false;
        Path file = mail("1.eml", "one");
        Ran ran = run("import", file.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err())
                .contains("Archiving is off, so nothing was imported.")
                .contains("--force --reason TEXT");
        assertThat(run("import", file.toString(), "--force").err()).contains("--force needs --reason");
        assertThat(run("import", file.toString(), "--force", "--reason", "old mail")
                        .exitCode())
                .isZero();
        assertThat(server.body("POST /api/v1/imports").get("reason").text()).isEqualTo("old mail");
    }

    @Test
    void wrongArgumentsAreNoticedBeforeTheWork() throws IOException {
        signedIn();
        assertThat(run("import", "/nowhere/at/all").err()).isEqualTo("There is no file or folder /nowhere/at/all.\n");
        Path file = mail("1.eml", "one");
        assertThat(run("import", file.toString(), "--report", "no/such/folder.csv")
                        .err())
                .contains("cannot be written");
        assertThat(run("import", file.toString(), "--format", "pst").err())
                .contains("pst")
                .contains("help import");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void progressIsForTerminalsOnly() throws IOException {
        signedIn();
        mbox("in.mbox", 2_000);
        assertThat(run("import", folder.resolve("in.mbox").toString()).err()).isEmpty();
        looking = "err";
        Ran ran = run("import", folder.resolve("in.mbox").toString());
        assertThat(ran.out()).startsWith("found 2,000 = ");
        assertThat(ran.err()).contains(" found · ").endsWith("\r");
    }

    private Path mail(String name, String subject) throws IOException {
        return write(name, "From: ada@example.com\nSubject: " + subject + "\n\nbody\n");
    }

    private void mbox(String name, int mails) throws IOException {
        StringBuilder box = new StringBuilder();
        for (int i = 0; i < mails; i++) {
            box.append("From a Mon Jan  1 10:00:00 2024\nSubject: number ")
                    .append(i)
                    .append("\n\nbody\n\n");
        }
        write(name, box.toString());
    }
}
