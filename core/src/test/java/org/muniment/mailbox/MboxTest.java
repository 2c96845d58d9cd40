package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxTest {
    private static final String SEPARATOR = "From ada@example.com Mon Jan  1 10:00:00 2024\n";
    private static final String ADA = "From: ada@example.com\nSubject: one\n\nfirst\n";
    private static final String BOB = "From: bob@example.com\nSubject: two\n\nsecond\n\nparagraph\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("inbox");
    }

    @Test
    void mailsAreCutAtSeparatorsWithoutTheEmptyLineBetween() throws IOException {
        Walked walked = walk(SEPARATOR + ADA + "\n" + SEPARATOR + BOB + "\n");
        assertThat(walked.texts()).containsExactly(ADA, BOB);
        assertThat(walked.positions()).containsExactly("0", Integer.toString(SEPARATOR.length() + ADA.length() + 1));
        assertThat(walked.mails())
                .allSatisfy(mail -> assertThat(mail.item().readSha256()).isNull());
    }

    @Test
    void lineEndsOfTheFileAreKept() throws IOException {
        Walked walked = walk((SEPARATOR + ADA + "\n" + SEPARATOR + BOB + "\n").replace("\n", "\r\n"));
        assertThat(walked.texts()).containsExactly(ADA.replace("\n", "\r\n"), BOB.replace("\n", "\r\n"));
    }

    @Test
    void lastMailNeedsNoLineEnd() throws IOException {
        assertThat(walk(SEPARATOR + ADA + "\n" + SEPARATOR + "A: b\n\nlast").texts())
                .containsExactly(ADA, "A: b\n\nlast");
    }

    @Test
    void separatorsWithoutAnEmptyLineBeforeThemAreText() throws IOException {
        assertThat(walk(SEPARATOR + ADA + SEPARATOR + BOB + "\n").texts()).containsExactly(ADA + SEPARATOR + BOB);
    }

    @Test
    void sentencesThatBeginWithFromAreText() throws IOException {
        String mail = ADA + "\nFrom what I can tell\n\nFrom Monday on, Jan 5 10:00 2026\n";
        assertThat(walk(SEPARATOR + mail + "\n" + SEPARATOR + BOB + "\n").texts())
                .containsExactly(mail, BOB);
    }

    @Test
    void emptyLinesAtTheEndOfAMailStayButOne() throws IOException {
        assertThat(walk(SEPARATOR + ADA + "\n\n\n" + SEPARATOR + BOB + "\n\n").texts())
                .containsExactly(ADA + "\n\n", BOB + "\n");
    }

    @Test
    void mboxoEscapesComeOffAndTheDigestAsReadIsKept() throws IOException {
        String escaped = "Subject: x\n\n>From now on\n>>From is not escaped\nFrom what was forgotten\n";
        Walked walked = walk(SEPARATOR + escaped + "\n");
        assertThat(walked.texts())
                .containsExactly("Subject: x\n\nFrom now on\n>>From is not escaped\nFrom what was forgotten\n");
        assertThat(walked.only().readSha256()).isEqualTo(sha256(escaped));
    }

    @Test
    void mboxrdIsToldByDeeperEscapes() throws IOException {
        Walked walked = walk(SEPARATOR + ADA + "\n" + SEPARATOR + "A: b\n\n>From me\n>>From you\n>>>From them\n\n");
        assertThat(walked.texts()).containsExactly(ADA, "A: b\n\nFrom me\n>From you\n>>From them\n");
    }

    @Test
    void whoKnowsTheFormatMaySayIt() throws IOException {
        write(SEPARATOR + "A: b\n\n>From me\n>>From you\n\n");
        assertThat(Walked.through(Format.MBOXO, file).texts()).containsExactly("A: b\n\nFrom me\n>>From you\n");
        assertThat(Walked.through(Format.MBOXRD, file).texts()).containsExactly("A: b\n\nFrom me\n>From you\n");
    }

    @Test
    void contentLengthIsBelievedWhereItLeadsToTheNextSeparator() throws IOException {
        String body = "hello\n\n" + SEPARATOR + "X: this is text\n\n>From here too\n";
        String first = "Subject: x\nContent-Length: " + body.length() + "\n\n" + body;
        String second = "Subject: y\ncontent-length: 3\n\nend";
        Walked walked = walk(SEPARATOR + first + "\n" + SEPARATOR + second);
        assertThat(walked.texts()).containsExactly(first, second);
    }

    @Test
    void mboxclIsToldByEscapesBesideLengths() throws IOException {
        String body = ">From here\n";
        String mail = "Subject: x\nContent-Length: " + body.length() + "\n\n";
        assertThat(walk(SEPARATOR + mail + body + "\n").texts()).containsExactly(mail + "From here\n");
    }

    @Test
    void wrongContentLengthIsIgnored() throws IOException {
        String wrong = "Subject: x\nContent-Length: 7\n\nhello world\n";
        Walked walked = walk(SEPARATOR + wrong + "\n" + SEPARATOR + BOB + "\n");
        assertThat(walked.texts()).containsExactly(wrong, BOB);
    }

    @Test
    void aLengthInAnOrdinaryMboxCannotHideTheMailsBehindIt() throws IOException {
        String tail = "body\n\n" + SEPARATOR + BOB;
        String greedy = "Subject: x\nContent-Length: " + tail.length() + "\n\n";
        Walked walked = walk(
                SEPARATOR + ADA + "\n" + SEPARATOR + greedy + tail + "\n" + SEPARATOR + ADA + "\n" + SEPARATOR + ADA);
        assertThat(walked.texts()).containsExactly(ADA, greedy + "body\n", BOB, ADA, ADA);
    }

    @Test
    void aPatchInAMailIsNotTheNextMail() throws IOException {
        String git = "From fc88cba7f1f37b9cf3b296eace2422dd0e173502 Mon Sep 17 00:00:00 2001\n";
        String mail = ADA + "\n" + git + "From: bob@example.com\nSubject: [PATCH]\n\npatch\n";
        assertThat(walk(SEPARATOR + mail + "\n").texts()).containsExactly(mail);
        assertThat(walk(git + ADA + "\n" + git + BOB + "\n").texts()).containsExactly(ADA, BOB);
    }

    @Test
    void separatorWithNothingBehindItIsReported() throws IOException {
        Walked walked = walk(SEPARATOR + "\n" + SEPARATOR + ADA + "\n");
        assertThat(walked.texts()).containsExactly(ADA);
        assertThat(walked.unreadable().getFirst().position()).isEqualTo("0");
        assertThat(walked.reason()).contains("is empty");
    }

    @Test
    void separatorWithoutDateCountsAtTheBeginning() throws IOException {
        assertThat(walk("From \n" + ADA).texts()).containsExactly(ADA);
        assertThat(walk("\n\nFrom ada\n" + ADA).texts()).containsExactly(ADA);
    }

    @Test
    void saidToBeMboxItNeedsNoFirstSeparator() throws IOException {
        write(ADA + "\n" + SEPARATOR + BOB);
        assertThat(Walked.through(Format.MBOX, file).texts()).containsExactly(ADA, BOB);
    }

    @Test
    void linesLongerThanAnyBufferAreKept() throws IOException {
        String mail = "Subject: x\n\n" + "a".repeat(300_000) + "\n>" + ">".repeat(5_000) + "From x\n"
                + "b".repeat(140_000) + "\n";
        assertThat(walk(SEPARATOR + mail + "\n" + SEPARATOR + BOB + "\n").texts())
                .containsExactly(mail, BOB);
    }

    private Walked walk(String content) throws IOException {
        write(content);
        return Walked.through(file);
    }

    private void write(String content) throws IOException {
        Files.write(file, content.getBytes(ISO_8859_1));
    }

    private static String sha256(String text) throws IOException {
        return new Sha256().hex(new MemoryBytes(text.getBytes(ISO_8859_1)));
    }
}
