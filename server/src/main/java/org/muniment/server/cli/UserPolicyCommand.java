package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How people sign in. */
@Command(name = "policy", description = "Shows how people sign in.", subcommands = UserPolicySetCommand.class)
final class UserPolicyCommand implements Action {
    static final String PATH = "/policy";
    static final String REQUIRED = "required";
    static final String OPTIONAL = "optional";

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asPerson()) {
            PrintStream out = cli.terminal().out();
            asJson.print(server.get(PATH), out, policy -> print(policy, out));
            return ExitCode.OK;
        }
    }

    static void print(Json policy, PrintStream out) {
        out.println("Second factor of who reads mail: "
                + Plain.line(policy.get("second_factor").text()));
        out.println("A session of the console ends:   after "
                + Texts.count(policy.get("idle_minutes").number(), "minute") + " without use");
        out.println("Every session ends:              after "
                + Texts.count(policy.get("session_hours").number(), "hour"));
        out.println("Reason before mail is shown:     "
                + (policy.get("reason_required").yes() ? REQUIRED : OPTIONAL));
    }
}
