package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Addresses that were seen in mail and belong to no account. */
@Command(
        name = "unknown",
        description = "Lists addresses of your domains that were seen in mail and belong to no account, one per line.")
final class UnknownCommand implements Action {
    private static final int PAGE = 500;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Only of this domain.")
    private @Nullable String domain;

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asPerson()) {
            PrintStream out = cli.terminal().out();
            String path =
                    "/directory/unknown?limit=" + PAGE + (domain == null ? "" : "&domain=" + Server.encoded(domain));
            server.pages(path, (bytes, page) -> asJson.print(bytes, out, answer -> addresses(answer, out)));
            return ExitCode.OK;
        }
    }

    private static void addresses(Json page, PrintStream out) {
        page.get("data")
                .list()
                .forEach(one -> out.println(Plain.line(one.get("address").text())));
    }
}
