package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a further organisation. */
@Command(name = "new", description = "Makes a further organisation with its first postmaster. Archiving stays off.")
final class OrganisationNewCommand implements Action {

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Mixin
    private Founding founding = new Founding();

    @Mixin
    private Terms terms = new Terms();

    @Mixin
    private Reason reason = new Reason();

    @Override
    public int run(Cli cli) throws IOException {
        PasswordFile passwords = PasswordFile.read(founding.passwordFile(), cli.terminal());
        String postmaster = founding.postmaster();
        JsonText body = new JsonText()
                .put("name", name)
                .put("domains", founding.domains())
                .put("postmaster", new JsonText().put("address", postmaster).put("password", passwords.of(postmaster)))
                .put("retention_years", founding.retentionYears())
                .put("reason", reason.text());
        terms.putInto(body);
        try (Server server = cli.asAnyone()) {
            Json made = server.post("/organisations", body).json();
            cli.terminal().out().println("Made " + Plain.line(name) + ". Archiving is off.");
            OrganisationListCommand.print(made, cli.terminal().out());
            return ExitCode.OK;
        }
    }
}
