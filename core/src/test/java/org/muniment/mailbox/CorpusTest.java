package org.muniment.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real mail. The counts are those of the corpus' own description, or are taken with a simple counter of lines. */
@Tag("corpus")
class CorpusTest {
    private static final Pattern SEPARATOR =
            Pattern.compile("From .*[A-Z][a-z]{2} [A-Z][a-z]{2} +[0-9]{1,2} [0-9:]{8} [0-9]{4}");

    @Test
    void everyEnronMailboxGivesItsMails() throws IOException {
        Walked walked = Walked.through(corpus("enron-mbox"));
        assertThat(walked.mails()).hasSize(41_930);
        assertThat(walked.unreadable()).isEmpty();
    }

    @Test
    void enronFilesAreOneMailEach() throws IOException {
        assertThat(Walked.through(corpus("enron-maildir")).mails()).hasSize(5_180);
        assertThat(Walked.through(corpus("enron-inbox-raw")).mails()).hasSize(1_500);
    }

    @Test
    void mailingListsGiveAsManyMailsAsTheyHaveSeparators() throws IOException {
        for (String set : List.of("lists-ponymail", "lists-rhelp")) {
            long expected = 0;
            for (Path file : files(corpus(set))) {
                expected += file.endsWith("no_date.mbox") ? 1 : separators(file);
            }
            assertThat(Walked.through(corpus(set)).mails()).as(set).hasSize((int) expected);
        }
    }

    @Test
    void everyFileOfOneMailComesOutAsItIs() throws IOException {
        for (String set :
                List.of("suite", "suite-dsn", "spamassassin", "phishing-pot", "phishing-cwl", "journal-synthetic")) {
            for (Path file : files(corpus(set))) {
                if (Files.size(file) > 0 && !packed(file)) {
                    Walked walked = Walked.through(Format.EML, file);
                    assertThat(walked.mails().getFirst().bytes())
                            .as(file.toString())
                            .isEqualTo(Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void spamAndPhishingIsTakenForMail() throws IOException {
        for (String set : List.of("spamassassin", "phishing-pot", "phishing-cwl", "journal-synthetic")) {
            Walked walked = Walked.through(corpus(set));
            assertThat(walked.unreadable())
                    .as(set)
                    .allSatisfy(
                            no -> assertThat(no.path()).matches(".*(LICENSE|README|NOTICE|LICENCE|\\.json|\\.md).*"));
        }
    }

    private static boolean packed(Path file) {
        return file.toString().matches(".*\\.(gz|zip|tar|zst)");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long separators(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return lines.lines()
                    .filter(line -> SEPARATOR.matcher(line).matches())
                    .count();
        }
    }

    private static Path corpus(String set) {
        String folder = System.getenv("MUNIMENT_CORPUS");
        assertThat(folder)
                .as("MUNIMENT_CORPUS must name the folder with the unpacked corpus")
                .isNotNull();
        return Path.of(folder).resolve(set);
    }
}
