package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Switches archiving off; what is archived stays. */
@Command(name = "disable", description = "Switches archiving off; what is archived stays.")
final class DisableCommand implements Action {

    @Mixin
    private Reason reason = new Reason();

    @Override
    public int run(Cli cli) throws IOException {
        return Switching.to(false, reason.text(), cli);
    }
}
