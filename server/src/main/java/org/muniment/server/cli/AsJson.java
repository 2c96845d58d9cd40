package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The choice between the server's own answer and what people read of it. */
final class AsJson {
    @Option(names = "--json", description = "Print the server's answer as JSON.")
    private boolean wanted;

    boolean isWanted() {
        return wanted;
    }

    /** Prints an answer as it came, or lets it be printed for people. */
    void print(HttpAnswer answer, PrintStream out, Consumer<Json> forPeople) throws IOException {
        print(answer.bytes(), out, forPeople);
    }

    /** The same for an answer that is read already. */
    void print(byte[] bytes, PrintStream out, Consumer<Json> forPeople) throws IOException {
        if (wanted) {
            line(bytes, out);
        } else {
            forPeople.accept(Json.read(bytes));
        }
    }

    /** Prints an answer as it came, in a line. */
    static void line(byte[] bytes, PrintStream out) throws IOException {
        out.write(bytes);
        out.println();
    }
}
