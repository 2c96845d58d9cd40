package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets what was agreed with an organisation. */
@Command(name = "set", description = "Sets name, seats, service term or retention of an organisation.")
final class OrganisationSetCommand implements Action {
    private static final String NONE = "none";

    @Parameters(paramLabel = "ID", description = "Which: org_…, as list shows it.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Its name.")
    private @Nullable String name;

    @Option(names = "--seats", paramLabel = "N", description = "How many archives may be open; none for no limit.")
    private @Nullable String seats;

    @Option(names = "--service-ends", paramLabel = "DAY", description = "Last day of the service; none for no end.")
    private @Nullable String serviceEnds;

    @Option(
            names = "--retention-years",
            paramLabel = "N",
            description = "How long mail is kept that comes from now on.")
    private @Nullable Integer retentionYears;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the archive log.")
    private String reason = "";

    @Override
    public int run(Cli cli) throws IOException {
        JsonText body = new JsonText().put("reason", reason);
        if (name != null) {
            body.put("name", name);
        }
        if (seats != null) {
            body.putJson("seats", seats.equals(NONE) ? "null" : number(seats));
        }
        if (serviceEnds != null) {
            if (serviceEnds.equals(NONE)) {
                body.putJson("service_ends", "null");
            } else {
                body.put("service_ends", serviceEnds);
            }
        }
        if (retentionYears != null) {
            body.put("retention_years", retentionYears.longValue());
        }
        try (Server server = cli.asAnyone()) {
            Json now = server.patch("/organisations/" + Server.encoded(id), body).json();
            OrganisationListCommand.lines(now)
                    .forEach(line -> cli.terminal().out().println(Plain.line(line)));
            return ExitCode.OK;
        }
    }

    private static String number(String text) throws CliException {
        try {
            return Integer.toString(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw CliException.usage("--seats takes a number or none, not \"" + text + "\".");
        }
    }
}
