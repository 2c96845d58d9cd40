package org.muniment.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the archive with real mail and prints numbers, nothing of the mail: JSON on standard output, a short table
 * on standard error. {@code docs/operating/performance.md} says what they mean.
 */
public final class Bench {
    private static final List<String> RATIOS = List.of("messages_per_second", "cpu_seconds_per_1000", "peak_memory_mb");
    private static final int STORE_SECONDS = 5;

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
            for (String program : arguments.compare()) {
                Comparison.require(program);
            }
            Bench bench = new Bench(arguments, work);
            bench.measureAll();
            bench.write();
        } finally {
            Disk.delete(work);
        }
    }

    private void measureAll() throws Exception {
        all.put("machine.processors", Runtime.getRuntime().availableProcessors())
                .put("machine.load_before", load());
        if (isWanted("directory")) {
            say("directory of a whole server");
            note("directory.", DirectoryMeasure.run(arguments.launcher(), work.resolve("directory")));
        }
        if (isWanted("log")) {
            say("a long archive log");
            note("log.", LogMeasure.run(arguments.launcher(), work.resolve("log"), arguments.entries()));
        }
        if (arguments.mail().isEmpty()) {
            all.put("machine.load_after", load());
            return;
        }
        say("copying the mail");
        Corpus corpus = Corpus.copy(arguments.mail(), work.resolve("maildir"));
        all.put("corpus.messages", corpus.messages()).put("corpus.bytes", corpus.bytes());
        importsAndComparison(corpus);
        if (isWanted("smtp")) {
            say("SMTP");
            note("smtp.", SmtpMeasure.run(corpus, work.resolve("smtp"), arguments));
        }
        if (isWanted("store")) {
            say("store");
            note("store.", inFork(StoreWorker.class, corpus.maildir(), work.resolve("store"), STORE_SECONDS));
        }
        if (isWanted("rules")) {
            say("rules");
            note("rules.", inFork(RulesWorker.class, corpus.maildir()));
        }
        if (isWanted("start")) {
            say("start-up");
            note("start.", StartMeasure.run(arguments.launcher(), work.resolve("start")));
        }
        if (isWanted("api")) {
            say("API of the whole server");
            List<String> queries = Queries.read(arguments.queries());
            note("api.", ApiMeasure.run(arguments.launcher(), corpus, work.resolve("api"), queries));
        }
        all.put("machine.load_after", load());
    }

    private static double load() throws IOException {
        String line = Files.readString(Path.of("/proc/loadavg"));
        return Double.parseDouble(line.substring(0, line.indexOf(' ')));
    }

    /** Ours and the others take turns, so that what the machine does meanwhile meets all of them. */
    private void importsAndComparison(Corpus corpus) throws Exception {
        Map<String, List<Figures>> runs = new LinkedHashMap<>();
        for (int run = 0; run < arguments.runs(); run++) {
            if (isWanted("import") || isWanted("bytes") || isWanted("search")) {
                say("import and index, run " + (run + 1));
                runs.computeIfAbsent("import", name -> new ArrayList<>()).add(importOnce(corpus, run));
            }
            for (String program : arguments.compare()) {
                say(program + ", run " + (run + 1));
                runs.computeIfAbsent(program, name -> new ArrayList<>()).add(new Comparison(corpus, work).run(program));
            }
        }
        runs.forEach((name, figures) -> note(name + ".", Figures.medians(figures)));
        if (runs.containsKey("import")) {
            Figures ours = Figures.medians(runs.getOrDefault("import", List.of()));
            for (String program : arguments.compare()) {
                note(
                        "ratio_to_" + program + ".",
                        ours.ratios(Figures.medians(runs.getOrDefault(program, List.of())), RATIOS));
            }
        }
    }

    private boolean isWanted(String piece) {
        return arguments.only().contains(piece);
    }

    private Figures importOnce(Corpus corpus, int run) throws Exception {
        Path home = work.resolve("home");
        Figures figures = ImportMeasure.run(corpus, home, arguments.jvm());
        if (run == arguments.runs() - 1) {
            if (isWanted("bytes")) {
                bytes(home, corpus);
            }
            if (isWanted("search")) {
                search(home);
            }
        }
        Disk.delete(home);
        return figures;
    }

    private void search(Path home) throws Exception {
        say("search");
        List<String> queries = Queries.read(arguments.queries());
        Path file = Files.write(work.resolve("queries"), queries);
        note("search.", inFork(SearchWorker.class, home, file));
    }

    private Figures inFork(Class<?> main, Object... words) throws Exception {
        List<String> texts = Arrays.stream(words).map(Object::toString).toList();
        try (Fork fork = Fork.of(main, arguments.jvm(), texts)) {
            Figures figures = fork.figures();
            return figures.put("process_cpu_seconds", fork.end().cpuSeconds());
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
