package org.muniment.server.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes what is set of the rules. */
@Command(name = "set", description = "Changes settings of the rules, from the next mail on; what is not given stays.")
final class RulesSetCommand implements Action {

    @Option(
            names = "--monitor",
            paramLabel = "ADDRESS",
            description = "Copies for this address are not archived; repeat the option for more, none for no address."
                    + " Replaces those that are set.")
    private @Nullable List<String> monitors;

    @Option(
            names = "--marker-header",
            paramLabel = "NAME",
            description = "A header field that marks copies for monitors; repeat the option for more, none for no"
                    + " field. Replaces those that are set.")
    private @Nullable List<String> markerHeaders;

    @Option(
            names = "--sent-separately",
            paramLabel = "HOW",
            description = "What tells equal mails apart that were sent separately: by-header or by-transaction.")
    private @Nullable String separateSend;

    @Mixin
    private Reason reason = new Reason();

    @Override
    public int run(Cli cli) throws IOException {
        if (monitors == null && markerHeaders == null && separateSend == null) {
            throw CliException.usage("Nothing to change. Give --monitor, --marker-header or --sent-separately.");
        }
        JsonText body = new JsonText().put("reason", reason.text());
        if (monitors != null) {
            body.put("monitors", None.list("--monitor", monitors));
        }
        if (markerHeaders != null) {
            body.put("marker_headers", None.list("--marker-header", markerHeaders));
        }
        if (separateSend != null) {
            body.put("separate_send", separateSend.replace('-', '_'));
        }
        try (Server server = cli.asPerson()) {
            Json now = server.patch("/archive/rules", body).json();
            RulesCommand.settings(now, cli.terminal().out());
            return ExitCode.OK;
        }
    }
}
