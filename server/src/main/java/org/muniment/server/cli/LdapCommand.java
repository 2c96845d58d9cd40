package org.muniment.server.cli;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** From which directory server accounts are read. */
@Command(
        name = "ldap",
        description = "Shows from which directory server accounts are read, and when.",
        subcommands = {LdapSetCommand.class, LdapTestCommand.class, LdapRunsCommand.class})
final class LdapCommand extends Showing {
    static final String PATH = "/directory/syncs/ldap";
    private static final int COLUMN = 16;

    LdapCommand() {
        super(PATH);
    }

    @Override
    void show(Json sync, Terminal terminal) {
        print(sync, terminal.out(), terminal.clock().getZone());
    }

    static void print(Json sync, PrintStream out, ZoneId zone) {
        Json settings = sync.get("settings");
        if (!settings.present()) {
            out.println("No directory server is set. See: ./muniment help directory ldap set");
            return;
        }
        Lines lines = new Lines(out, COLUMN);
        lines.line(
                "Server",
                settings.get("security").text() + "://" + settings.get("host").text() + ":"
                        + settings.get("port").text());
        lines.line("Trusted", settings.get("trust").present() ? "certificates of its own" : "what the system trusts");
        lines.line("Signs in as", settings.get("bind_dn").present() ? bind(sync) : "nobody");
        lines.line("Base", settings.get("base").text());
        lines.line("Filter", settings.get("filter").text());
        lines.line("Attributes", attributes(settings.get("attributes")));
        lines.line("Departments", settings.get("departments").text());
        lines.line("Page size", settings.get("page_size").text());
        lines.line("Schedule", schedule(settings));
        lines.line(
                "To be confirmed",
                "more than " + settings.get("leave_percent").text() + " % or "
                        + Texts.count(settings.get("leave_accounts").number()) + " would leave");
        lines.line(
                "Last read",
                time(sync.get("last_begun"), zone) + (sync.get("running").yes() ? ", at work" : ""));
        lines.line("Next", time(sync.get("next"), zone));
    }

    private static String bind(Json sync) {
        return sync.get("settings").get("bind_dn").text()
                + (sync.get("password_set").yes() ? ", with a password" : ", WITHOUT a password");
    }

    private static String attributes(Json attributes) {
        return attributes.value() instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(one -> one.getValue() != null)
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static String schedule(Json settings) {
        String every = settings.get("schedule").text();
        return switch (every) {
            case "hour" -> "every hour";
            case "day" -> "every day at " + settings.get("hour").text() + ":00 UTC";
            default -> every;
        };
    }

    private static String time(Json instant, ZoneId zone) {
        return instant.present() ? Texts.time(instant.text(), zone) : "never";
    }
}
