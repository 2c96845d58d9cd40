package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal. */
final class Prompt {
    private static final int LONGEST = 4_096;

    private final Terminal terminal;

    Prompt(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the person typed, unseen; {@code null} if there is nobody to ask. */
    @Nullable
    String secret(String question) throws IOException {
        if (terminal.looking().contains("in")) {
            return answered(question);
        }
        @Nullable Console console = console();
        char[] typed = console == null ? null : console.readPassword("%s ", Plain.line(question));
        if (typed == null) {
            return null;
        }
        String text = new String(typed);
        Arrays.fill(typed, ' ');
        return text;
    }

    /** What the person typed for everybody to see; {@code null} if there is nobody to ask. */
    @Nullable
    String line(String question) throws IOException {
        if (terminal.looking().contains("in")) {
            return answered(question);
        }
        @Nullable Console console = console();
        return console == null ? null : console.readLine("%s ", Plain.line(question));
    }

    @SuppressWarnings("ReferenceEquality") // the console belongs to this very stream
    private @Nullable Console console() {
        @Nullable Console console = System.in == terminal.in() ? System.console() : null;
        return console == null || !console.isTerminal() ? null : console;
    }

    private String answered(String question) throws IOException {
        terminal.err().print(Plain.line(question) + " ");
        terminal.err().flush();
        return typed();
    }

    /** Byte by byte: what stands behind the line belongs to the next question. */
    private String typed() throws IOException {
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
