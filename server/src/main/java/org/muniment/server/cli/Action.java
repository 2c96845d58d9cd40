package org.muniment.server.cli;

import java.io.IOException;

/** A command. */
interface Action {

    /**
     * Does it.
     *
     * @return what the shell gets, one of {@link ExitCode}
     * @throws CliException if it cannot be done
     */
    int run(Cli cli) throws IOException;
}
