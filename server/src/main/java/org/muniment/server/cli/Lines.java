package org.muniment.server.cli;

import java.io.PrintStream;

/**
 * What is known of one thing: a name and a value per line, the values below each other.
 *
 * @param column where the values begin
 */
record Lines(PrintStream out, int column) {

    void line(String name, String value) {
        out.println(name + " ".repeat(Math.max(1, column - name.length())) + Plain.line(value));
    }

    /** The same, but nothing where there is no value. */
    void lineIfAny(String name, String value) {
        if (!value.isEmpty()) {
            line(name, value);
        }
    }
}
