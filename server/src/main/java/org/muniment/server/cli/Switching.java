package org.muniment.server.cli;

import java.io.IOException;

/** Switches archiving on or off. */
final class Switching {
    private Switching() {}

    static int to(boolean enabled, String reason, Cli cli) throws IOException {
        if (reason.isBlank()) {
            throw CliException.usage("The reason is empty. Say why archiving is switched, for the archive log.");
        }
        try (Server server = cli.asPerson()) {
            JsonText request = new JsonText().put("enabled", enabled).put("reason", reason);
            Json archive = server.patch("/archive", request).json();
            String since =
                    archive.get(enabled ? "last_turned_on" : "last_closed").text();
            cli.terminal()
                    .out()
                    .println("Archiving is " + (archive.get("enabled").yes() ? "on" : "off")
                            + (since.isEmpty()
                                    ? ""
                                    : " since "
                                            + Texts.time(
                                                    since,
                                                    cli.terminal().clock().getZone()))
                            + ".");
            return ExitCode.OK;
        }
    }
}
