package org.muniment.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param mail files and folders of mail
 * @param only the pieces to run
 * @param compare other programs to measure beside
 * @param runs how often import and comparison are repeated
 * @param clients SMTP connections at once
 * @param seconds how long mail is delivered
 * @param entries how long the archive log is
 * @param queries a file of queries, or {@code null} for ours
 * @param json where the figures go; {@code null} for standard output
 * @param temp where archives and indexes are made for the time of the measurement
 * @param launcher the {@code muniment} program, for the start-up
 * @param jvm flags of the measured JVMs
 */
record Arguments(
        List<Path> mail,
        Set<String> only,
        Set<String> compare,
        int runs,
        int clients,
        double seconds,
        long entries,
        @Nullable Path queries,
        @Nullable Path json,
        Path temp,
        Path launcher,
        List<String> jvm) {

    static final Set<String> PIECES =
            Set.of("import", "smtp", "search", "start", "bytes", "store", "rules", "api", "directory", "log");
    private static final Set<String> WITHOUT_MAIL = Set.of("directory", "log");
    static final Set<String> PROGRAMS = Set.of("mu", "notmuch");
    static final String USAGE = """
            bench --mail FOLDER [--mail FOLDER ...]   measures with the mail in these folders
              --only import,bytes,search,smtp,store,rules,start,api,directory,log  these pieces (the first six)
              --compare mu,notmuch                  the same mail with these programs, in the same run
              --runs N                              repeat import and comparison, medians count (1)
              --clients N --seconds S               SMTP: connections (10) and time (20)
              --entries N                           entries of the archive log (1000000)
              --queries FILE                        one query per line
              --launcher FILE                       the program that --only start starts (./muniment)
              --jvm "FLAGS"                         flags of the measured JVMs
              --json FILE                           figures to a file instead of standard output
              --temp FOLDER                         where to work; needs a few times the room of the mail
            """;

    /** Wrong words on the command line, told in one sentence. */
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message);
        }
    }

    static Arguments parse(String[] words) throws Wrong {
        Reading reading = new Reading();
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new Wrong(words[i] + " needs a value");
            }
            reading.take(words[i], words[i + 1]);
        }
        return reading.done();
    }

    private static final class Reading {
        private final List<Path> mail = new ArrayList<>();
        private Set<String> only = Set.of("import", "bytes", "search", "smtp", "store", "rules");
        private Set<String> compare = Set.of();
        private int runs = 1;
        private int clients = 10;
        private double seconds = 20;
        private long entries = 1_000_000;
        private @Nullable Path queries;
        private @Nullable Path json;
        private Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        private Path launcher = Path.of("muniment");
        private List<String> jvm = Jvm.FLAGS;

        void take(String name, String value) throws Wrong {
            switch (name) {
                case "--mail" -> mail.add(existing(value));
                case "--only" -> only = names(name, value, PIECES);
                case "--compare" -> compare = names(name, value, PROGRAMS);
                case "--runs" -> runs = (int) number(name, value);
                case "--clients" -> clients = (int) number(name, value);
                case "--seconds" -> seconds = number(name, value);
                case "--entries" -> entries = (long) number(name, value);
                case "--queries" -> queries = existing(value);
                case "--json" -> json = Path.of(value);
                case "--temp" -> temp = existing(value);
                case "--launcher" -> launcher = existing(value);
                case "--jvm" -> jvm = List.of(value.strip().split(" +", -1));
                default -> throw new Wrong("there is no " + name);
            }
        }

        Arguments done() throws Wrong {
            if (mail.isEmpty() && !WITHOUT_MAIL.containsAll(only)) {
                throw new Wrong("--mail FOLDER says which mail to measure with");
            }
            return new Arguments(
                    mail, only, compare, runs, clients, seconds, entries, queries, json, temp, launcher, jvm);
        }

        private static Path existing(String value) throws Wrong {
            Path path = Path.of(value);
            if (Files.notExists(path)) {
                throw new Wrong(value + " does not exist");
            }
            return path;
        }

        private static double number(String name, String value) throws Wrong {
            try {
                double number = Double.parseDouble(value);
                if (number > 0 && number < 1e9) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new Wrong(name + " takes a positive number, not " + value);
        }

        private static Set<String> names(String option, String value, Set<String> known) throws Wrong {
            Set<String> names = new LinkedHashSet<>(List.of(value.split(",", -1)));
            for (String name : names) {
                if (!known.contains(name)) {
                    throw new Wrong(option + " does not know " + name + ", only " + String.join(", ", known));
                }
            }
            return names;
        }
    }
}
