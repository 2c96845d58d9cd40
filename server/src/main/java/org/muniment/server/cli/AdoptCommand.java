package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes accounts of addresses that were seen in mail. */
@Command(name = "adopt", description = "Makes accounts of addresses, such as those that directory unknown lists.")
final class AdoptCommand implements Action {
    /** As many as the server takes at once. */
    private static final int AT_ONCE = 1_000;

    @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "Addresses; - reads them from standard input.")
    private List<String> addresses = new ArrayList<>();

    @Option(names = "--dept", paramLabel = "PATH", description = "Into this department, such as Sales/North.")
    private @Nullable String department;

    @Override
    public int run(Cli cli) throws IOException {
        List<String> read = AddressLines.read(addresses, cli.terminal());
        if (read.isEmpty()) {
            throw CliException.usage("There is no address to adopt.");
        }
        long adopted = 0;
        try (Server server = cli.asPerson()) {
            String id = department == null ? null : Departments.of(server).id(department);
            for (int from = 0; from < read.size(); from += AT_ONCE) {
                List<String> some = read.subList(from, Math.min(read.size(), from + AT_ONCE));
                adopted += adopted(server, new JsonText().put("addresses", some).put("department", id), adopted);
            }
        }
        cli.terminal().out().println("Adopted " + Texts.count(adopted, "account") + ".");
        return ExitCode.OK;
    }

    /** Each thousand is adopted as a whole or not at all; what was adopted before stays. */
    private static long adopted(Server server, JsonText body, long before) throws IOException {
        try {
            return server.post("/directory/unknown:adopt", body)
                    .json()
                    .get("adopted")
                    .number();
        } catch (Refusal e) {
            if (before == 0) {
                throw e;
            }
            throw new CliException(
                    ExitCode.PARTLY_DONE, "Adopted " + Texts.count(before, "account") + ", then: " + e.getMessage(), e);
        }
    }
}
