package org.muniment.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs a person in and keeps the token for the commands that follow. */
@Command(name = "login", description = "Signs in; needed for everything that shows mail or switches archiving.")
final class LoginCommand implements Action {

    @Option(names = "--as", required = true, paramLabel = "ADDRESS", description = "Who signs in.")
    private String address = "";

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "One line \"address password\" per person; - for standard input.")
    private String passwordFile = "";

    @Option(names = "--print-token", description = "Print the token, for MUNIMENT_TOKEN, and do not keep it.")
    private boolean printToken;

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        try (Server server = cli.asNobody()) {
            String password = PasswordFile.read(passwordFile, terminal).of(address);
            JsonText request = new JsonText().put("address", address).put("password", password);
            Json session = server.post("/sessions", request).json();
            String token = session.get("token").text();
            if (token.isEmpty()) {
                throw new CliException(
                        ExitCode.FAILED, "The server signed you in and gave no token; look into its log.");
            }
            if (printToken) {
                terminal.out().println(Plain.line(token));
                return ExitCode.OK;
            }
            Path file = new Credentials(terminal).keep(server.address(), token, address);
            terminal.say("Signed in as " + address + until(session, terminal) + ". The token is kept in " + file + ".");
            return ExitCode.OK;
        }
    }

    private static String until(Json session, Terminal terminal) {
        String expires = session.get("expires_at").text();
        return expires.isEmpty()
                ? ""
                : " until " + Texts.time(expires, terminal.clock().getZone());
    }
}
