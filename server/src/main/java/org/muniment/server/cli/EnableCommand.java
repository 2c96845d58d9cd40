package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Switches archiving on. */
@Command(name = "enable", description = "Switches archiving on.")
final class EnableCommand implements Action {

    @Mixin
    private Reason reason = new Reason();

    @Override
    public int run(Cli cli) throws IOException {
        return Switching.to(true, reason.text(), cli);
    }
}
