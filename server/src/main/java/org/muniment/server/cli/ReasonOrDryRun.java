package org.muniment.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Either a reason, by which a change is made, or the wish to be told alone what it would mean. */
final class ReasonOrDryRun {
    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it is kept in the archive log.")
    private @Nullable String reason;

    @Option(names = "--dry-run", required = true, description = "Only tell what it would mean.")
    private boolean dryRun;

    boolean isDryRun() {
        return dryRun;
    }

    /** The reason; empty if there is none. */
    String reason() {
        return reason == null ? "" : reason;
    }
}
