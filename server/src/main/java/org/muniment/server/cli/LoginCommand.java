package org.muniment.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs a person in and keeps the token for the commands that follow. */
@Command(name = "login", description = "Signs in; needed for everything that shows mail or switches archiving.")
final class LoginCommand implements Action {

    @Option(names = "--as", required = true, paramLabel = "ADDRESS", description = "Who signs in.")
    private String address = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "One line \"address password\" per person; - for standard input. Else you are asked.")
    private @Nullable String passwordFile;

    @Option(
            names = "--code-file",
            paramLabel = "FILE",
            description = "Holds the code of the authenticator app, or a recovery code; - for standard input."
                    + " Else you are asked, if you have a second factor.")
    private @Nullable String codeFile;

    @Option(names = "--print-token", description = "Print the token, for MUNIMENT_TOKEN, and do not keep it.")
    private boolean printToken;

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        try (Server server = cli.asNobody()) {
            Json session = signIn(server, new Secrets(terminal));
            String token = session.get("token").text();
            if (token.isEmpty()) {
                throw new CliException(
                        ExitCode.FAILED, "The server signed you in and gave no token; look into its log.");
            }
            if (printToken) {
                terminal.out().println(Plain.line(token));
            } else {
                Path file = new Credentials(terminal).keep(server.address(), token, address);
                terminal.say(
                        "Signed in as " + address + until(session, terminal) + ". The token is kept in " + file + ".");
            }
            if (session.get("must_enrol").yes()) {
                terminal.say("Your organisation asks for a second factor of who reads mail, and you have none: enrol"
                        + " one first with ./muniment second-factor enrol, or in the console.");
            }
            return ExitCode.OK;
        }
    }

    private Json signIn(Server server, Secrets secrets) throws IOException {
        String password = secrets.password(address, passwordFile);
        JsonText request = new JsonText().put("address", address).put("password", password);
        Json answer = server.post("/sessions", request).json();
        String ticket = answer.get("ticket").text();
        if (ticket.isEmpty()) {
            return answer;
        }
        boolean byCode = answer.get("methods").list().stream()
                .anyMatch(method -> !method.text().equals("passkey"));
        if (!byCode) {
            throw new CliException(
                    ExitCode.NOT_ALLOWED,
                    "You have a passkey alone, which needs a browser. Enrol an authenticator app in the console, or"
                            + " make a token there and set MUNIMENT_TOKEN.");
        }
        String code = secrets.code(codeFile);
        boolean fromApp = code.replace(" ", "").matches("[0-9]{6}");
        JsonText second = new JsonText()
                .put("ticket", ticket)
                .put(fromApp ? "code" : "recovery_code", fromApp ? code.replace(" ", "") : code);
        return server.post("/sessions/second-factor", second).json();
    }

    private static String until(Json session, Terminal terminal) {
        String expires = session.get("expires_at").text();
        return expires.isEmpty()
                ? ""
                : " until " + Texts.time(expires, terminal.clock().getZone());
    }
}
