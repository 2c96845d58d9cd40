package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command runs in: its streams, environment, folder and clock.
 *
 * @param env environment variables
 * @param in standard input
 * @param out standard output, for results only; text in UTF-8
 * @param err standard error, for everything said to a person
 * @param looking which of them a person sees, {@code out} and {@code err}; the launcher knows it, the JDK does not
 * @param directory the working folder
 * @param clock the time, and the zone that times are shown in
 */
record Terminal(
        Map<String, String> env,
        InputStream in,
        PrintStream out,
        PrintStream err,
        String looking,
        Path directory,
        Clock clock) {
    private static final int WIDTH = 120;
    private static final int BUFFER = 1 << 16;

    static Terminal ofProcess() {
        return new Terminal(
                System.getenv(),
                System.in,
                new PrintStream(buffered(FileDescriptor.out), false, UTF_8),
                new PrintStream(buffered(FileDescriptor.err), true, UTF_8),
                System.getProperty("muniment.terminal", ""),
                Path.of("").toAbsolutePath(),
                Clock.system(ZoneId.systemDefault()));
    }

    private static OutputStream buffered(FileDescriptor descriptor) {
        return new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
    }

    /** The value of a variable; {@code null} if it is unset or empty. */
    @Nullable
    String env(String name) {
        String value = env.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Whether a person sees the results. */
    boolean outIsTerminal() {
        return looking.contains("out");
    }

    /** Whether a person sees what is said beside the results. */
    boolean errIsTerminal() {
        return looking.contains("err");
    }

    /** How many characters fit into a line; without end when nobody looks. */
    int width() {
        if (!outIsTerminal()) {
            return Integer.MAX_VALUE;
        }
        String columns = env("COLUMNS");
        try {
            return columns == null ? WIDTH : Math.max(40, Integer.parseInt(columns));
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }

    /** The home folder of the installation. */
    Path home() {
        String home = env("MUNIMENT_HOME");
        return directory.resolve(home == null ? "muniment-home" : home);
    }

    /** Says something to the person beside the results. */
    void say(String sentence) {
        err.println(Plain.line(sentence));
    }
}
