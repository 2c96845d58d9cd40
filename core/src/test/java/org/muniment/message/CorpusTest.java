package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads every file of the corpus of real mail, whatever it is; prints the defects it has as one table. */
@Tag("corpus")
final class CorpusTest {
    private static final List<String> SETS = List.of(
            "suite",
            "suite-dsn",
            "spamassassin",
            "phishing-pot",
            "phishing-cwl",
            "tnef",
            "journal-synthetic",
            "enron-maildir",
            "enron-inbox-raw",
            "pst-msg");

    private final MessageReader reader = new MessageReader(Limits.standard());

    @Test
    void everyFileOfTheCorpusIsReadAndNoneMakesTheReaderFail() throws IOException {
        Map<String, Map<Defect.Kind, Integer>> table = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (String set : SETS) {
            var counts = new EnumMap<Defect.Kind, Integer>(Defect.Kind.class);
            for (Path file : filesOf(set)) {
                read(file, counts, failures);
            }
            table.put(set, counts);
        }
        print(table);
        assertThat(failures).isEmpty();
    }

    @Test
    void lineEndsDoNotChangeTheFingerprintOfRealMail() throws IOException {
        List<String> changed = new ArrayList<>();
        for (String set : List.of("suite-dsn", "spamassassin", "phishing-cwl", "journal-synthetic")) {
            for (Path file : filesOf(set)) {
                byte[] bytes = Files.readAllBytes(file);
                Fingerprint lf = fingerprint(Mails.withLineEnds(bytes, "\n"));
                if (!lf.equals(fingerprint(Mails.withLineEnds(bytes, "\r\n")))) {
                    changed.add(file.toString());
                }
            }
        }
        assertThat(changed).isEmpty();
    }

    @Test
    void everyAttachmentOfRealMailIsThereUnderItsNumber() throws IOException {
        for (String set : SETS) {
            for (Path file : filesOf(set)) {
                PartsTest.check(Files.readAllBytes(file), Limits.standard(), file.toString());
            }
        }
    }

    private Fingerprint fingerprint(byte[] mail) throws IOException {
        return reader.read(new MemoryMessage(mail)).fingerprint();
    }

    private void read(Path file, Map<Defect.Kind, Integer> counts, List<String> failures) throws IOException {
        Message message = reader.read(new MemoryMessage(Files.readAllBytes(file)));
        for (Defect defect : message.defects()) {
            counts.merge(defect.kind(), 1, Integer::sum);
            if (defect.kind() == Defect.Kind.READER_FAILED) {
                failures.add(file + ": " + defect.detail());
            }
        }
    }

    private static List<Path> filesOf(String set) throws IOException {
        String corpus = Objects.requireNonNull(
                System.getenv("MUNIMENT_CORPUS"), "set MUNIMENT_CORPUS to the folder that holds the unpacked sets");
        try (Stream<Path> files = Files.walk(Path.of(corpus, set))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void print(Map<String, Map<Defect.Kind, Integer>> table) {
        for (Defect.Kind kind : Defect.Kind.values()) {
            var line = new StringBuilder("%-18s".formatted(kind));
            table.forEach((set, counts) -> line.append("%18s".formatted(set + "=" + counts.getOrDefault(kind, 0))));
            System.out.println(line);
        }
    }
}
