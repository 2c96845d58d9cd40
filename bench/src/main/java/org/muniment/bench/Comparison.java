package org.muniment.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Other programs that index the same Maildir, each with a home and database of its own. They keep no copy of the mail
 * and promise nothing about it; what they do is the part that can be compared.
 */
final class Comparison {
    private final Corpus corpus;
    private final Path work;

    Comparison(Corpus corpus, Path work) {
        this.corpus = corpus;
        this.work = work;
    }

    /** Whether a program can be run at all. */
    static void require(String program) throws IOException {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return;
            }
        }
        throw new IOException(program + " is not installed (Debian has it in "
                + (program.equals("mu") ? "maildir-utils" : program) + "); leave it out of --compare or install it");
    }

    /** Indexes everything from nothing. */
    Figures run(String program) throws IOException, InterruptedException {
        Path home = work.resolve(program);
        Disk.delete(home);
        Files.createDirectories(home);
        Cost cost;
        if (program.equals("mu")) {
            measured(home, List.of("mu", "init", "--maildir=" + corpus.maildir()));
            cost = measured(home, List.of("mu", "index"));
        } else {
            Path config = home.resolve("config");
            Files.writeString(
                    config,
                    "[database]\npath=" + corpus.maildir() + "\n[new]\ntags=new\n"
                            + "[user]\nname=bench\nprimary_email=bench@example.org\n[maildir]\nsynchronize_flags=false\n");
            cost = measured(home, List.of("notmuch", "--config=" + config, "new"));
        }
        double database = database(program, home);
        return cost.figures((double) corpus.messages(), (double) corpus.bytes())
                .put("peak_memory_mb", cost.peakBytes() / (1 << 20))
                .put("database_per_raw", database / corpus.bytes());
    }

    private Cost measured(Path home, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("NOTMUCH"));
        environment.put("HOME", home.toString());
        double before = Cost.childrenCpuSeconds();
        long start = System.nanoTime();
        Process process = builder.start();
        Cost cost = Cost.of(process, start, before);
        if (process.exitValue() != 0) {
            throw new IOException(command.getFirst() + " ended with " + process.exitValue());
        }
        return cost;
    }

    /** notmuch keeps its database beside the mail; it goes, so that nobody else reads it as mail. */
    private double database(String program, Path home) throws IOException, InterruptedException {
        Path beside = corpus.maildir().resolve(".notmuch");
        double bytes = Disk.allocated(program.equals("notmuch") ? beside : home);
        Disk.delete(beside);
        return bytes;
    }
}
