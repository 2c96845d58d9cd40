package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal for something secret; nothing of it is shown. */
final class Prompt {
    private static final int LONGEST = 4_096;

    private final Terminal terminal;

    Prompt(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the person typed; {@code null} if there is nobody to ask. */
    @Nullable
    @SuppressWarnings("ReferenceEquality") // the console belongs to this very stream
    String secret(String question) throws IOException {
        if (terminal.looking().contains("in")) {
            terminal.err().print(Plain.line(question) + " ");
            terminal.err().flush();
            return line();
        }
        @Nullable Console console = System.in == terminal.in() ? System.console() : null;
        if (console == null || !console.isTerminal()) {
            return null;
        }
        char[] typed = console.readPassword("%s ", Plain.line(question));
        if (typed == null) {
            return null;
        }
        String text = new String(typed);
        Arrays.fill(typed, ' ');
        return text;
    }

    /** Byte by byte: what stands behind the line belongs to the next question. */
    private String line() throws IOException {
        byte[] line = new byte[LONGEST];
        int length = 0;
        for (int next = terminal.in().read();
                next >= 0 && next != '\n';
                next = terminal.in().read()) {
            if (length == LONGEST) {
                throw CliException.usage("The line is longer than " + LONGEST + " bytes.");
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, length, UTF_8).stripTrailing();
    }
}
