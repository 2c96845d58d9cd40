package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingTest extends CommandLineTest {
    private static final String EVIL = "\\u001b]0;owned\\u0007\\u202egnp.exe\\u009b2J";

    @Test
    void searchNeedsATimeRange() throws IOException {
        signedIn();
        Ran ran = run("search", "budget");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).startsWith("A search needs a time range. Add --date ");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void resultsAreATableWithAnExactTotal() throws IOException {
        signedIn();
        hit(1, "Budget", "{\"name\":\"Ada Lovelace\",\"address\":\"ada@example.com\"}", 1234);
        hit(2, "预算", "{\"address\":\"bob@example.com\"}", 12);
        assertThat(run("search", "budget", "--date", "2026-01").out()).isEqualTo("""
                SENT              FROM             SUBJECT    SIZE  ID
                2026-01-31 17:04  Ada Lovelace     Budget   1.2 kB  msg_a-1
                2026-01-31 17:04  bob@example.com  预算       12 B  msg_a-2
                2 found
                """);
        Json range = server.body("POST /api/v1/searches").get("time_range");
        assertThat(range.get("from").text()).isEqualTo("2026-01-01");
        assertThat(range.get("to").text()).isEqualTo("2026-01-31");
        assertThat(range.get("tz").text()).isEqualTo("Asia/Shanghai");
        assertThat(range.get("field").text()).isEqualTo("sent");
    }

    @Test
    void pagesFollowEachOther() throws IOException {
        signedIn();
        IntStream.rangeClosed(1, 1_203).forEach(n -> hit(n, "s", "{\"address\":\"a@b.c\"}", n));
        Ran first = run("search", "", "--date", "all", "--limit", "2");
        assertThat(first.out()).endsWith("1,203 found, 2 shown; next: --cursor srch_a-9:c2\n");
        assertThat(run("search", "--cursor", "srch_a-9:c2", "--limit", "1").out())
                .contains("msg_a-3")
                .doesNotContain("msg_a-2\n");
        assertThat(run("search", "", "--date", "all", "--ids").out().lines())
                .hasSize(1_203)
                .contains("msg_a-1203");
        assertThat(run("search", "", "--date", "all", "--ids", "--limit", "501")
                        .out()
                        .lines())
                .hasSize(501);
        assertThat(run("search", "", "--date", "all", "--count").out()).isEqualTo("1203\n");
        assertThat(run("search", "", "--date", "all", "--json").out()).startsWith("{\"id\":\"srch_a-9\"");
    }

    @Test
    void nothingFoundIsSaidInALine() throws IOException {
        signedIn();
        Ran ran = run("search", "x", "--date", "all");
        assertThat(ran.out()).isEqualTo("0 found\n");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void whatASearchCannotFindIsSaidBesideItsResults() throws IOException {
        signedIn();
        hit(1, "Budget", "{\"address\":\"ada@example.com\"}", 12);
        server.notes = """
                {"code":"archiving-off","from":"2026-01-02T03:04:05Z","to":"2026-01-03T03:04:05Z","count":1203},
                {"code":"archiving-off","from":"2026-02-02T03:04:05Z","count":0},
                {"code":"no-open-account","count":1},{"code":"index-behind","count":7}""";
        String said = """
                Archiving was off from 2026-01-02 11:04:05 +08:00 to 2026-01-03 11:04:05 +08:00. Mail of that time was \
                never archived. 1,203 mails came then and were not kept.
                Archiving has been off since 2026-02-02 11:04:05 +08:00. Mail since then is not archived.
                1 mail of that time was not archived: no open archive account took part.
                7 new messages cannot be searched yet.
                """;
        Ran table = run("search", "budget", "--date", "2026");
        assertThat(table.err()).isEqualTo(said);
        assertThat(table.out()).endsWith("1 found\n");
        Ran count = run("search", "budget", "--date", "2026", "--count");
        assertThat(count.err()).isEqualTo(said);
        assertThat(count.out()).isEqualTo("1\n");
        assertThat(run("search", "budget", "--date", "2026", "--ids").err()).isEqualTo(said);
        assertThat(run("search", "--cursor", "srch_a-9:c0").err()).isEqualTo(said);
        assertThat(run("search", "budget", "--date", "2026", "--json").err()).isEmpty();
    }

    @Test
    void aReasonIsGivenForOneCommand() throws IOException {
        signedIn();
        server.reasonRequired = true;
        Ran refused = run("search", "x", "--date", "all");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(run("search", "x", "--date", "all", "--reason", "audit", "--case", "case_7")
                        .exitCode())
                .isZero();
        assertThat(server.headers).contains("audit-reason: audit", "audit-case: case_7");
        assertThat(run("show", "msg_a-1", "--reason", "季度 50%+").exitCode()).isZero();
        assertThat(server.headers).contains("audit-reason: UTF-8''%E5%AD%A3%E5%BA%A6%2050%25%2B");
        assertThat(run("export", "--query", "x", "--date", "all", "-o", "-", "--reason", "für den Prüfer")
                        .exitCode())
                .isZero();
        assertThat(server.headers).contains("audit-reason: UTF-8''f%C3%BCr%20den%20Pr%C3%BCfer");
        server.requests.clear();
        assertThat(run("show", "msg_a-1", "--reason", " ").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("show", "msg_a-1", "--case", "7\r\nX-Evil: 1").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(server.requests).isEmpty();
    }

    @Test
    void syntaxErrorIsPointedAt() throws IOException {
        signedIn();
        Ran ran = run("search", "from:ada AND (", "--date", "all");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).isEqualTo("""
                  from:ada AND (
                               ^
                The bracket at position 13 is never closed.
                """);
    }

    @Test
    void subjectsCannotCommandTheTerminal() throws IOException {
        signedIn();
        hit(1, EVIL, "{\"name\":\"" + EVIL + "\"}", 1);
        server.message = "{\"id\":\"msg_a-1\",\"subject\":\"" + EVIL + "\",\"to\":[{\"name\":\"" + EVIL
                + "\"}],\"attachments\":[{\"filename\":\"" + EVIL + "\"}],\"sightings\":[{\"path\":\"" + EVIL + "\"}]}";
        server.text = "a\u001b[31mb\r\n\u0007c\n".getBytes(UTF_8);
        looking = "out err";
        assertHarmless(run("search", "x", "--date", "all"));
        assertHarmless(run("show", "msg_a-1"));
        assertHarmless(run("show", "msg_a-1", "--text"));
        assertHarmless(run("show", "msg_a-1", "--headers"));
        assertHarmless(run("show", "msg_a-1", "--raw"));
        assertThat(run("show", "msg_a-1", "--text").out()).isEqualTo("a\ufffd[31mb\n\ufffdc\n");
    }

    private static void assertHarmless(Ran ran) {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out() + ran.err()).doesNotContain("\u001b", "\u0007", "\u202e", "\u009b", "\r");
    }

    @Test
    void rawIsByteForByteInAPipe() throws IOException {
        signedIn();
        server.text = "a\u001b[31mb\r\n\r\n\r\n".getBytes(UTF_8);
        assertThat(run("show", "msg_a-1", "--raw").out()).isEqualTo("a\u001b[31mb\r\n\r\n\r\n");
    }

    @Test
    void messageIsShownWithEverythingKnown() throws IOException {
        signedIn();
        server.message = """
                {"id":"msg_a-1","subject":"Budget","from":[{"name":"Ada","address":"ada@example.com"}],
                "to":[{"address":"bob@example.com"},{"address":"eve@example.com"}],"sent":"2026-03-02T09:04:11Z",
                "size":1234,"attachments":[{"filename":"a.pdf","content_type":"application/pdf","size":1000}],
                "defects":[{"kind":"BARE_LF","detail":"3 lines"}],
                "sightings":[{"id":"a-2","source":"import","received":"2026-03-02T09:04:11Z","path":"in.mbox"}]}""";
        assertThat(run("show", "msg_a-1").out()).isEqualTo("""
                Id          msg_a-1
                Subject     Budget
                From        Ada <ada@example.com>
                To          bob@example.com, eve@example.com
                Sent        2026-03-02 17:04:11 +08:00
                Size        1,234 bytes
                Attachment  a.pdf, application/pdf, 1.0 kB
                Defect      BARE_LF 3 lines
                Sighting    import, 2026-03-02 17:04:11 +08:00, in.mbox, a-2
                """);
        assertThat(run("show", "msg_a-1", "--json").out()).isEqualTo(server.message + "\n");
    }

    @Test
    void unknownMessageIsNotFound() throws IOException {
        signedIn();
        Ran ran = run("show", "msg_a-2");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(ran.err()).isEqualTo("There is no such message.\n");
    }

    @Test
    void exportGoesToAFileOrAFolder() throws IOException {
        signedIn();
        Ran ran = run("export", "--query", "x", "--date", "2025", "-o", "out.zip");
        assertThat(ran.err()).isEqualTo("1,234 messages exported to out.zip.\n");
        assertThat(Files.size(folder.resolve("out.zip"))).isPositive();
        assertThat(folder.resolve("out.zip.part")).doesNotExist();
        assertThat(server.body("POST /api/v1/exports")
                        .get("search")
                        .get("time_range")
                        .get("to")
                        .text())
                .isEqualTo("2025-12-31");
        input = "msg_a-1\n\nmsg_a-2\n";
        assertThat(run("export", "--ids", "-", "-o", "folder").exitCode()).isZero();
        assertThat(folder.resolve("folder/messages/a-1.eml")).hasContent("content of messages/a-1.eml");
        assertThat(server.body("POST /api/v1/exports").get("ids").list()).hasSize(2);
        assertThat(run("export", "--query", "x", "--date", "all", "-o", "-").out())
                .startsWith("PK");
    }

    @Test
    void exportOverwritesNothingUnasked() throws IOException {
        signedIn();
        write("full/file", "x");
        write("out.zip", "x");
        assertThat(run("export", "--query", "x", "--date", "all", "-o", "full").err())
                .contains("is not empty");
        assertThat(run("export", "--query", "x", "--date", "all", "-o", "out.zip")
                        .err())
                .contains("exists");
        assertThat(run("export", "--query", "x", "--date", "all", "-o", "full/file")
                        .err())
                .contains("is a file");
        assertThat(server.requests).isEmpty();
        assertThat(run("export", "--query", "x", "--date", "all", "-o", "full", "--force")
                        .exitCode())
                .isZero();
        assertThat(folder.resolve("full/file")).hasContent("x");
    }

    @Test
    void nothingIsWrittenOutsideOfTheFolder() throws IOException {
        signedIn();
        for (String name : new String[] {"../evil", "/evil", "a/../../evil", "..\\evil"}) {
            server.zipNames = new String[] {name};
            Ran ran = run("export", "--query", "x", "--date", "all", "-o", "folder", "--force");
            assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(ran.err()).contains("outside of the folder");
        }
        write("outside/keep", "x");
        Files.createSymbolicLink(folder.resolve("folder/link"), folder.resolve("outside"));
        server.zipNames = new String[] {"link/keep"};
        assertThat(run("export", "--query", "x", "--date", "all", "-o", "folder", "--force")
                        .err())
                .contains("a link");
        assertThat(folder.resolve("outside/keep")).hasContent("x");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void exportThatBreaksOffLeavesNoFile() throws IOException {
        signedIn();
        server.cutExport = true;
        Ran ran = run("export", "--query", "x", "--date", "all", "-o", "out.zip");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("broke off").contains("Run it again");
        assertThat(folder.resolve("out.zip")).doesNotExist();
        assertThat(folder.resolve("out.zip.part")).doesNotExist();
    }

    @Test
    void exportSaysWhatItNeeds() throws IOException {
        signedIn();
        assertThat(run("export", "-o", "x").err()).contains("--query QUERY --date RANGE, or --ids FILE");
        assertThat(run("export", "--query", "x", "-o", "x").err()).contains("needs a time range");
        assertThat(run("export", "--ids", "-", "-o", "x").err()).contains("There are no ids");
        assertThat(run("export", "--ids", "nowhere", "-o", "x").err()).contains("nowhere does not exist");
    }

    private void hit(int number, String subject, String from, int size) {
        server.hits.add("{\"id\":\"msg_a-" + number + "\",\"sent\":\"2026-01-31T09:04:11Z\",\"size\":" + size
                + ",\"subject\":\"" + subject + "\",\"from\":[" + from + "]}");
    }
}
