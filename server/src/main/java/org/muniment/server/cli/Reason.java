package org.muniment.server.cli;

import picocli.CommandLine.Option;

/** Why something is changed. It has to be given. */
final class Reason {
    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it is kept in the archive log.")
    private String text = "";

    String text() {
        return text;
    }
}
