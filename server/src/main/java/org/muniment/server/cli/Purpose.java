package org.muniment.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Why somebody reads, and for which case: for all of a sign-in, or for one command. */
final class Purpose {
    private static final String PLAIN = "[ -~]+";
    private static final String ENCODED = "UTF-8''";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why you read; it is kept in the archive log.")
    private @Nullable String reason;

    @Option(names = "--case", paramLabel = "ID", description = "The case that it is for.")
    private @Nullable String matter;

    boolean isGiven() {
        return reason != null || matter != null;
    }

    /** As the body of a request. */
    JsonText json() {
        return new JsonText().put("reason", reason).put("case", matter);
    }

    /**
     * That server, which is told the purpose with every request.
     *
     * @throws CliException if it cannot be told; the server would take an empty one for none
     */
    Server to(Server server) throws CliException {
        Map<String, String> fields = new LinkedHashMap<>();
        if (reason != null) {
            fields.put("Audit-Reason", header("--reason", reason));
        }
        if (matter != null) {
            if (!matter.matches(PLAIN)) {
                throw CliException.usage("--case " + Plain.line(matter) + ": this is no id of a case.");
            }
            fields.put("Audit-Case", header("--case", matter));
        }
        return fields.isEmpty() ? server : server.with(fields);
    }

    /** Only ASCII goes into a header as it is; everything else with per cent signs (RFC 8187). */
    private static String header(String option, String text) throws CliException {
        if (text.isBlank()) {
            throw CliException.usage(option + " is empty.");
        }
        boolean asItIs = text.matches(PLAIN) && !text.regionMatches(true, 0, ENCODED, 0, ENCODED.length());
        return asItIs ? text : ENCODED + Server.encoded(text);
    }
}
