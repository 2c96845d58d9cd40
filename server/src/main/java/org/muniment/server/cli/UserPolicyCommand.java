package org.muniment.server.cli;

import java.io.PrintStream;
import picocli.CommandLine.Command;

/** How people sign in. */
@Command(name = "policy", description = "Shows how people sign in.", subcommands = UserPolicySetCommand.class)
final class UserPolicyCommand extends Showing {
    static final String PATH = "/policy";
    static final String REQUIRED = "required";
    static final String OPTIONAL = "optional";

    UserPolicyCommand() {
        super(PATH);
    }

    @Override
    void show(Json policy, Terminal terminal) {
        print(policy, terminal.out());
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
