package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Mixin;

/** A command that asks the server for one thing and shows it: for people, or with {@code --json} as it came. */
abstract class Showing implements Action {

    @Mixin
    private AsJson asJson = new AsJson();

    private final String path;

    /** @param path of what is shown, below the API's own */
    Showing(String path) {
        this.path = path;
    }

    @Override
    public final int run(Cli cli) throws IOException {
        try (Server server = cli.asPerson()) {
            Terminal terminal = cli.terminal();
            asJson.print(server.get(path), terminal.out(), answer -> show(answer, terminal));
            return ExitCode.OK;
        }
    }

    /** Shows an answer for people. */
    abstract void show(Json answer, Terminal terminal);
}
