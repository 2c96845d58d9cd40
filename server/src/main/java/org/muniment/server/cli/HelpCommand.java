package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a command is for and what it takes. */
@Command(name = "help", description = "Says what a command is for and what it takes.")
final class HelpCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Which one.")
    private List<String> names = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public int run(Cli cli) throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        String launched = names.isEmpty() ? null : LauncherCommands.line(names.getFirst());
        if (launched != null) {
            cli.terminal().out().println("Usage: ./muniment " + names.getFirst());
            cli.terminal().out().println(launched);
            return ExitCode.OK;
        }
        CommandLine line = spec.root().commandLine();
        for (String name : names) {
            CommandLine next = line.getSubcommands().get(name);
            if (next == null) {
                throw CliException.usage("There is no command \"" + name + "\". See: ./muniment help");
            }
            line = next;
        }
        line.usage(cli.terminal().out());
        return ExitCode.OK;
    }
}
