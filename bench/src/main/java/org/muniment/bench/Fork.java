package org.muniment.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own for what is measured, so that memory and CPU time are of that alone. It writes figures to its
 * output, line by line, and hears words on its input. Not thread-safe.
 */
final class Fork implements AutoCloseable {
    private final Process process;
    private final BufferedReader from;
    private final Writer to;
    private final long started;
    private final double childrenBefore;

    private Fork(Process process, long started, double childrenBefore) {
        this.process = process;
        this.started = started;
        this.childrenBefore = childrenBefore;
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.to = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Starts the main method of a class with the class path of this JVM. */
    static Fork of(Class<?> main, List<String> flags, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        double before = Cost.childrenCpuSeconds();
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Fork(process, started, before);
    }

    /** Reads figures up to {@link Figures#PAUSE} or the end. */
    Figures figures() throws IOException {
        Figures figures = new Figures();
        for (String line = from.readLine(); line != null && !line.equals(Figures.PAUSE); line = from.readLine()) {
            figures.read(line);
        }
        return figures;
    }

    /** Tells it something. */
    void say(String word) throws IOException {
        to.write(word + "\n");
        to.flush();
    }

    /** Waits for its end. */
    Cost end() throws IOException, InterruptedException {
        Cost cost = Cost.of(process, started, childrenBefore);
        if (process.exitValue() != 0) {
            throw new IOException("what was measured ended with " + process.exitValue() + "; see above");
        }
        return cost;
    }

    /** Ends it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
