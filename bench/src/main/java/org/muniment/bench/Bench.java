package org.muniment.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the archive with real mail and prints numbers, nothing of the mail: JSON on standard output, a short table
 * on standard error. {@code docs/operating/performance.md} says what they mean.
 */
public final class Bench {
    private final Arguments arguments;
    private final Path work;
    private final Figures all = new Figures();

    private Bench(Arguments arguments, Path work) {
        this.arguments = arguments;
        this.work = work;
    }

    /** Exits with 0 when everything was measured, 2 for a wrong command line, 1 when something failed. */
    public static void main(String[] words) {
        System.exit(run(words));
    }

    private static int run(String[] words) {
        try {
            measure(Arguments.parse(words));
            return 0;
        } catch (Arguments.Wrong e) {
            System.err.println("bench: " + e.getMessage() + "\n" + Arguments.USAGE);
            return 2;
        } catch (Exception e) {
            System.err.println("bench: " + e.getMessage());
            return 1;
        }
    }

    private static void measure(Arguments arguments) throws Exception {
        Path work = Files.createTempDirectory(arguments.temp().toAbsolutePath(), "muniment-bench");
        try {
            Bench bench = new Bench(arguments, work);
            bench.measureAll();
            bench.write();
        } finally {
            Disk.delete(work);
        }
    }

    private void measureAll() throws Exception {
        say("copying the mail");
        Corpus corpus = Corpus.copy(arguments.mail(), work.resolve("maildir"));
        all.put("corpus.messages", corpus.messages())
                .put("corpus.bytes", corpus.bytes())
                .put("machine.processors", Runtime.getRuntime().availableProcessors())
                .put("machine.load_before", load());
        imports(corpus);
        if (arguments.only().contains("smtp")) {
            say("SMTP");
            note("smtp.", SmtpMeasure.run(corpus, work.resolve("smtp"), arguments));
        }
        all.put("machine.load_after", load());
    }

    private static double load() throws IOException {
        String line = Files.readString(Path.of("/proc/loadavg"));
        return Double.parseDouble(line.substring(0, line.indexOf(' ')));
    }

    private void imports(Corpus corpus) throws Exception {
        List<Figures> runs = new ArrayList<>();
        for (int run = 0; run < arguments.runs() && arguments.only().contains("import"); run++) {
            say("import and index, run " + (run + 1));
            Path home = work.resolve("home-" + run);
            runs.add(ImportMeasure.run(corpus, home, arguments.jvm()));
            if (run == 0) {
                bytes(home, corpus);
            }
            Disk.delete(home);
        }
        if (!runs.isEmpty()) {
            note("import.", Figures.medians(runs));
        }
    }

    private void bytes(Path home, Corpus corpus) throws Exception {
        double raw = corpus.bytes();
        note(
                "bytes.",
                new Figures()
                        .put("store_per_raw", Disk.allocated(Home.store(home)) / raw)
                        .put("index_per_raw", Disk.allocated(Home.index(home)) / raw)
                        .put("all_per_raw", Disk.allocated(home) / raw));
    }

    private void note(String prefix, Figures figures) {
        figures.forEach((name, number) -> System.err.printf("  %-40s %s%n", prefix + name, Figures.text(number)));
        all.putAll(prefix, figures);
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    private void write() throws IOException {
        Path file = arguments.json();
        if (file == null) {
            System.out.print(all.json());
        } else {
            Files.writeString(file, all.json(), StandardCharsets.UTF_8);
        }
    }
}
