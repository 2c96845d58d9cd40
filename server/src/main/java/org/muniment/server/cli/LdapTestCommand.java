package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries settings of a directory server. */
@Command(
        name = "test",
        description = "Tries the settings, or others, and keeps nothing: connects, signs in, reads some accounts.")
final class LdapTestCommand implements Action {

    @Mixin
    private LdapOptions options = new LdapOptions();

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        try (Server server = cli.asPerson()) {
            JsonText wanted = options.over(server.get(LdapCommand.PATH).json(), terminal);
            byte[] trial = server.post(LdapCommand.PATH + ":test", wanted).bytes();
            asJson.print(trial, terminal.out(), answer -> print(answer, terminal.out()));
            return Json.read(trial).get("passed").yes() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static void print(Json trial, PrintStream out) {
        for (Json step : trial.get("steps").list()) {
            out.println(Plain.line((step.get("done").yes() ? "ok      " : "FAILED  ")
                    + step.get("step").text() + ": " + step.get("detail").text()));
        }
        for (Json account : trial.get("sample").list()) {
            out.println(Plain.line("        " + account.get("address").text() + "  "
                    + account.get("name").text() + departments(account)));
        }
    }

    private static String departments(Json account) {
        String paths = account.get("departments").list().stream()
                .map(path -> path.joined("/"))
                .collect(Collectors.joining("; "));
        return paths.isEmpty() ? "" : "  [" + paths + "]";
    }
}
