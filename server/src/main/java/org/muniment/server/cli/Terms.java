package org.muniment.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is agreed with an organisation. */
final class Terms {
    @Option(names = "--seats", paramLabel = "N", description = "How many archives may be open; none for no limit.")
    private @Nullable String seats;

    @Option(names = "--service-ends", paramLabel = "DAY", description = "Last day of the service; none for no end.")
    private @Nullable String serviceEnds;

    /** Puts what is given into a request, {@code none} as {@code null}. */
    void putInto(JsonText body) throws CliException {
        if (seats != null) {
            body.putJson("seats", None.isMeant(seats) ? "null" : number(seats));
        }
        if (None.isMeant(serviceEnds)) {
            body.putJson("service_ends", "null");
        } else {
            body.put("service_ends", serviceEnds);
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
