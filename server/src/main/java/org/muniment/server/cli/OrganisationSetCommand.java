package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets what was agreed with an organisation. */
@Command(name = "set", description = "Sets name, seats, service term or retention of an organisation.")
final class OrganisationSetCommand implements Action {

    @Parameters(paramLabel = "ID", description = "Which: org_…, as list shows it.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Its name.")
    private @Nullable String name;

    @Option(
            names = "--retention-years",
            paramLabel = "N",
            description = "How long mail is kept that comes from now on.")
    private @Nullable Integer retentionYears;

    @Mixin
    private Terms terms = new Terms();

    @Mixin
    private Reason reason = new Reason();

    @Override
    public int run(Cli cli) throws IOException {
        JsonText body = new JsonText()
                .put("name", name)
                .put("retention_years", retentionYears)
                .put("reason", reason.text());
        terms.putInto(body);
        try (Server server = cli.asAnyone()) {
            Json now =
                    server.patch("/organisations/" + Server.encoded(id), body).json();
            OrganisationListCommand.print(now, cli.terminal().out());
            return ExitCode.OK;
        }
    }
}
