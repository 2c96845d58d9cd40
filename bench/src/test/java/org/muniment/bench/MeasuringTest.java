package org.muniment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small runs of what forks a JVM: the figures must be there and the mail must all be found again. */
final class MeasuringTest {
    private static final int MAILS = 60;

    @TempDir
    private Path temp;

    private Corpus corpus = new Corpus(Path.of(""), 0, 0);

    @BeforeEach
    void makeMail() throws IOException {
        Random random = new Random(7);
        Path folder = Files.createDirectories(temp.resolve("mail"));
        for (int i = 0; i < MAILS; i++) {
            String words = random.ints(900, 0, 500)
                    .mapToObj(word -> "word" + word + (word % 9 == 0 ? "\n" : " "))
                    .reduce("", String::concat);
            Files.writeString(
                    folder.resolve(i + ".eml"),
                    "From: ada@example.org\nTo: bob@example.org\nSubject: no " + i + "\nMessage-ID: <" + i
                            + "@example.org>\n\n" + words + "\n");
        }
        corpus = Corpus.copy(List.of(folder), temp.resolve("maildir"));
    }

    private Arguments arguments(String... more) throws Arguments.Wrong {
        String[] words = new String[more.length + 2];
        words[0] = "--mail";
        words[1] = temp.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return Arguments.parse(words);
    }

    @Test
    void importIsMeasuredAndSearchedAfterwards() throws Exception {
        assertThat(corpus.messages()).isEqualTo(MAILS);
        Path home = temp.resolve("home");
        Figures figures = ImportMeasure.run(corpus, home, arguments().jvm());
        assertThat(figures.get("archived")).isEqualTo(MAILS);
        assertThat(figures.get("cpu_seconds")).isPositive();
        assertThat(figures.get("peak_memory_mb")).isGreaterThan(20);
        assertThat(Disk.allocated(Home.store(home))).isPositive();
        assertThat(Disk.allocated(Home.index(home))).isPositive();
        Path queries = Files.writeString(temp.resolve("queries"), "word1\nsubject:no\n");
        try (Fork fork = Fork.of(SearchWorker.class, arguments().jvm(), List.of(home.toString(), queries.toString()))) {
            Figures search = fork.figures();
            assertThat(search.get("matching")).isEqualTo(2);
            assertThat(search.get("first_50_with_log_p95_ms")).isPositive();
            assertThat(fork.end().cpuSeconds()).isPositive();
        }
    }

    @Test
    void mailOverSmtpIsAllThereAfterwards() throws Exception {
        Figures figures =
                SmtpMeasure.run(corpus, temp.resolve("smtp"), arguments("--clients", "2", "--seconds", "0.3"));
        assertThat(figures.get("messages")).isPositive();
        assertThat(figures.get("p99_ms")).isPositive();
        assertThat(figures.get("indexed")).isGreaterThanOrEqualTo(figures.get("messages"));
    }
}
