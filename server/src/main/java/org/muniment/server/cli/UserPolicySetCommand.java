package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes how people sign in. */
@Command(name = "set", description = "Changes how people sign in; what is not given stays. It holds at once.")
final class UserPolicySetCommand implements Action {

    @Option(names = "--second-factor", paramLabel = "WHEN", description = "Of who reads mail: required or optional.")
    private @Nullable String secondFactor;

    @Option(
            names = "--idle-minutes",
            paramLabel = "N",
            description = "After how long without use a session of the console ends: 5 to 480.")
    private @Nullable Integer idleMinutes;

    @Option(names = "--session-hours", paramLabel = "N", description = "After how long every session ends: 1 to 72.")
    private @Nullable Integer sessionHours;

    @Option(
            names = "--reading-reason",
            paramLabel = "WHEN",
            description = "A reason or case before mail is shown: required or optional.")
    private @Nullable String readingReason;

    @Mixin
    private Reason reason = new Reason();

    @Override
    public int run(Cli cli) throws IOException {
        if (secondFactor == null && idleMinutes == null && sessionHours == null && readingReason == null) {
            throw CliException.usage(
                    "Nothing to change. Give --second-factor, --idle-minutes, --session-hours or --reading-reason.");
        }
        JsonText body = new JsonText()
                .put("reason", reason.text())
                .put("second_factor", secondFactor)
                .put("idle_minutes", idleMinutes)
                .put("session_hours", sessionHours);
        if (readingReason != null) {
            body.put("reason_required", isRequired(readingReason));
        }
        try (Server server = cli.asPerson()) {
            UserPolicyCommand.print(
                    server.patch(UserPolicyCommand.PATH, body).json(),
                    cli.terminal().out());
            return ExitCode.OK;
        }
    }

    private static boolean isRequired(String when) throws CliException {
        return switch (when) {
            case UserPolicyCommand.REQUIRED -> true;
            case UserPolicyCommand.OPTIONAL -> false;
            default -> throw CliException.usage("--reading-reason is required or optional.");
        };
    }
}
