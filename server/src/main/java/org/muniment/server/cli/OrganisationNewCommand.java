package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a further organisation. */
@Command(name = "new", description = "Makes a further organisation with its first postmaster. Archiving stays off.")
final class OrganisationNewCommand implements Action {

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Option(
            names = "--domain",
            required = true,
            paramLabel = "DOMAIN",
            description = "A mail domain of it; repeat the option for more.")
    private List<String> domains = new ArrayList<>();

    @Option(
            names = "--postmaster",
            required = true,
            paramLabel = "ADDRESS",
            description = "Who appoints everybody else in it.")
    private String postmaster = "";

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "One line \"address password\"; - for standard input.")
    private String passwordFile = "";

    @Option(names = "--seats", paramLabel = "N", description = "How many archives may be open (default: no limit).")
    private @Nullable Integer seats;

    @Option(names = "--service-ends", paramLabel = "DAY", description = "Last day of the service (default: no end).")
    private @Nullable String serviceEnds;

    @Option(names = "--retention-years", paramLabel = "N", description = "How long its mail is kept.")
    private @Nullable Integer retentionYears;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the archive log.")
    private String reason = "";

    @Override
    public int run(Cli cli) throws IOException {
        PasswordFile passwords = PasswordFile.read(passwordFile, cli.terminal());
        JsonText body = new JsonText()
                .put("name", name)
                .put("domains", domains)
                .put("postmaster", new JsonText().put("address", postmaster).put("password", passwords.of(postmaster)))
                .put("reason", reason);
        if (seats != null) {
            body.put("seats", seats.longValue());
        }
        if (serviceEnds != null) {
            body.put("service_ends", serviceEnds);
        }
        if (retentionYears != null) {
            body.put("retention_years", retentionYears.longValue());
        }
        try (Server server = cli.asAnyone()) {
            Json made = server.post("/organisations", body).json();
            cli.terminal().out().println("Made " + Plain.line(name) + ". Archiving is off.");
            OrganisationListCommand.lines(made)
                    .forEach(line -> cli.terminal().out().println(Plain.line(line)));
            return ExitCode.OK;
        }
    }
}
