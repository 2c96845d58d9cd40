package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A second yes to what has just been told. */
final class Confirmation {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean given;

    /**
     * Returns if the answer is yes.
     *
     * @param question one sentence
     * @throws CliException if it is no, or if there is nobody to ask
     */
    void require(Terminal terminal, String question) throws IOException {
        if (given) {
            return;
        }
        terminal.out().flush();
        @Nullable String answer = new Prompt(terminal).line(question + " [y/N]");
        if (answer == null) {
            throw new CliException(
                    ExitCode.NEEDS_APPROVAL,
                    "Nothing was changed: it has to be confirmed, and there is nobody to ask. Repeat it with --yes.");
        }
        if (!answer.strip().equalsIgnoreCase("y") && !answer.strip().equalsIgnoreCase("yes")) {
            throw new CliException(ExitCode.NEEDS_APPROVAL, "Nothing was changed.");
        }
    }
}
