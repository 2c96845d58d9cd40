package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written as an mbox by the rules of its kind comes out as it was, for many random mailboxes. */
class MboxRoundTripTest {
    private static final int MAILBOXES = 150;
    private static final String SEPARATOR = "From MAILER-DAEMON Mon Jan  1 10:00:00 2024";
    private static final String[] LINES = {
        "",
        "",
        "From here",
        ">From there",
        ">>From everywhere",
        "From: x",
        "text",
        "\t",
        ">",
        ">>",
        "From",
        "Fromage",
        "\u00e4\u00ff\u0000",
        SEPARATOR,
        ">" + SEPARATOR,
        "Content-Length: 3",
        "a\rb"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void mboxrd(String eol) throws IOException {
        roundTrip(eol, Format.MBOXRD, mail -> mail.replaceAll("(?m)^(>*From )", ">$1"), mail -> true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void mboxo(String eol) throws IOException {
        roundTrip(
                eol, Format.MBOXO, mail -> mail.replaceAll("(?m)^From ", ">From "), mail -> !mail.contains("\n>From "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void mboxcl2ToldByItself(String eol) throws IOException {
        roundTrip(eol, Format.AUTO, UnaryOperator.identity(), mail -> true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void mboxrdToldByItself(String eol) throws IOException {
        String tell = "Subject: tell\n\n>From\n>From me\n".replace("\n", eol);
        for (int seed = 0; seed < MAILBOXES; seed++) {
            List<String> mails = mails(new Random(seed), eol);
            mails.removeIf(mail -> mail.contains("Content-Length"));
            mails.addFirst(tell);
            write(mails, eol, mail -> mail.replaceAll("(?m)^(>*From )", ">$1"));
            assertThat(Walked.through(folder.resolve("box")).texts())
                    .as("seed %s", seed)
                    .isEqualTo(mails);
        }
    }

    private void roundTrip(
            String eol, Format format, UnaryOperator<String> escape, java.util.function.Predicate<String> fits)
            throws IOException {
        for (int seed = 0; seed < MAILBOXES; seed++) {
            List<String> mails = mails(new Random(seed), eol);
            mails.removeIf(mail -> !fits.test(mail));
            if (format == Format.AUTO) {
                mails.addFirst("Subject: tell" + eol + eol + "From me" + eol);
                mails.replaceAll(mail -> measured(mail, eol));
            }
            write(mails, eol, escape);
            assertThat(Walked.through(format, folder.resolve("box")).texts())
                    .as("seed %s", seed)
                    .isEqualTo(mails);
        }
    }

    private void write(List<String> mails, String eol, UnaryOperator<String> escape) throws IOException {
        StringBuilder box = new StringBuilder();
        for (String mail : mails) {
            box.append(SEPARATOR).append(eol).append(escape.apply(mail)).append(eol);
        }
        Files.write(folder.resolve("box"), box.toString().getBytes(ISO_8859_1));
    }

    private static List<String> mails(Random random, String eol) {
        List<String> mails = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            StringBuilder mail = new StringBuilder("Subject: " + i + eol + eol);
            for (int lines = random.nextInt(12); lines > 0; lines--) {
                mail.append(LINES[random.nextInt(LINES.length)]).append(eol);
            }
            mails.add(mail.append("end").append(eol).toString());
        }
        return mails;
    }

    private static String measured(String mail, String eol) {
        int body = mail.indexOf(eol + eol) + 2 * eol.length();
        return "Content-Length: " + (mail.length() - body) + eol + mail;
    }
}
