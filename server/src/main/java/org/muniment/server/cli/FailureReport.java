package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every item that failed, with the reason: the first ones for the screen, all of them in a CSV file. Without a file
 * given one is written as soon as there are more failures than the screen shows. Thread-safe.
 */
final class FailureReport implements Closeable {
    /** How many the screen shows. */
    static final int SHOWN = 20;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private final Terminal terminal;
    private final List<Failure> first = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable Writer writer;
    private long count;

    /** One item that failed. */
    record Failure(String path, String position, String reason) {

        String sentence() {
            boolean whole = position.isEmpty() || position.equals("0") || path.endsWith("!/" + position);
            return path + (whole ? "" : " at " + position) + ": " + reason;
        }
    }

    /** With a name given the file is there from the start, so that a wrong name is noticed before the work. */
    FailureReport(Terminal terminal, @Nullable String name) throws IOException {
        this.terminal = terminal;
        if (name != null) {
            try {
                open(terminal.directory().resolve(name));
            } catch (IOException e) {
                throw new CliException(
                        ExitCode.USAGE, "The report " + name + " cannot be written: " + e.getMessage() + ".", e);
            }
        }
    }

    synchronized void add(Failure failure) throws IOException {
        count++;
        if (count <= SHOWN) {
            first.add(failure);
        } else if (writer == null) {
            open(terminal.directory()
                    .resolve("muniment-import-" + STAMP.format(LocalDateTime.now(terminal.clock())) + ".csv"));
            for (Failure earlier : first) {
                write(earlier);
            }
        }
        write(failure);
    }

    private void open(Path path) throws IOException {
        file = path;
        writer = Files.newBufferedWriter(path, UTF_8);
        writer.write("path,position,reason\r\n");
    }

    /** RFC 4180, every field quoted. */
    private void write(Failure failure) throws IOException {
        if (writer != null) {
            writer.write(quoted(failure.path()) + "," + quoted(failure.position()) + "," + quoted(failure.reason())
                    + "\r\n");
        }
    }

    private static String quoted(String field) {
        return "\"" + field.replace("\"", "\"\"") + "\"";
    }

    synchronized List<Failure> first() {
        return List.copyOf(first);
    }

    synchronized long count() {
        return count;
    }

    /** The file that has all of them; {@code null} if there is none. */
    synchronized @Nullable Path file() {
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
