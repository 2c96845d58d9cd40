package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Settings of a directory server; what is not given is what is set. */
final class LdapOptions {
    private static final List<String> ATTRIBUTES =
            List.of("address", "name", "aliases", "department", "id", "disabled");
    private static final Map<String, String> PRESET = Map.of("address", "mail", "name", "cn");
    private static final int LONGEST_TRUST = 40_000;

    @Option(names = "--host", paramLabel = "HOST", description = "The server's name.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "Its port (default: 636 with ldaps, else 389).")
    private @Nullable Integer port;

    @Option(names = "--security", paramLabel = "HOW", description = "ldaps, starttls or plain (default: ldaps).")
    private @Nullable String security;

    @Option(
            names = "--trust-file",
            paramLabel = "FILE",
            description = "Certificates (PEM) of the authority to trust; none for those that the system trusts.")
    private @Nullable String trustFile;

    @Option(names = "--bind-dn", paramLabel = "DN", description = "Who signs in to it; none for nobody.")
    private @Nullable String bindDn;

    @Option(
            names = "--bind-password-file",
            paramLabel = "FILE",
            description = "Its first line is the password; - for standard input. Else you are asked when it is needed.")
    private @Nullable String passwordFile;

    @Option(names = "--ask-password", description = "Ask for another password, though there is one.")
    private boolean asks;

    @Option(names = "--base", paramLabel = "DN", description = "Below what it is searched.")
    private @Nullable String base;

    @Option(names = "--filter", paramLabel = "FILTER", description = "Which entries are accounts (default: (mail=*)).")
    private @Nullable String filter;

    @Option(
            names = "--attribute",
            paramLabel = "WHAT=NAME",
            description = "Where address, name, aliases, department, id or disabled stands; none for nowhere."
                    + " Repeat the option for more.")
    private Map<String, String> attributes = new TreeMap<>();

    @Option(names = "--departments", paramLabel = "FROM", description = "ou, attribute or none (default: ou).")
    private @Nullable String departments;

    @Option(names = "--page-size", paramLabel = "N", description = "How many entries are asked for at once.")
    private @Nullable Integer pageSize;

    @Option(names = "--schedule", paramLabel = "EVERY", description = "off, hour or day (default: off).")
    private @Nullable String schedule;

    @Option(names = "--hour", paramLabel = "N", description = "At which hour of the day, in UTC.")
    private @Nullable Integer hour;

    @Option(
            names = "--leave-percent",
            paramLabel = "N",
            description = "If a larger part of the accounts would leave, somebody has to confirm it.")
    private @Nullable Integer leavePercent;

    @Option(names = "--leave-accounts", paramLabel = "N", description = "The same as a number of accounts.")
    private @Nullable Integer leaveAccounts;

    /** All of the settings, over those that are set. */
    JsonText over(Json current, Terminal terminal) throws IOException {
        Json set = current.get("settings");
        return new JsonText()
                .put("host", text(host, set, "host"))
                // Another security means another port, unless that is said as well.
                .put("port", number(port, security == null ? set : Json.NOTHING, "port"))
                .put("security", text(security, set, "security"))
                .put("trust", trust(set, terminal))
                .put("bind_dn", bindDn(set))
                .put("bind_password", password(current, terminal))
                .put("base", text(base, set, "base"))
                .put("filter", text(filter, set, "filter"))
                .put("attributes", attributes(set))
                .put("departments", text(departments, set, "departments"))
                .put("page_size", number(pageSize, set, "page_size"))
                .put("schedule", text(schedule, set, "schedule"))
                .put("hour", number(hour, set, "hour"))
                .put("leave_percent", number(leavePercent, set, "leave_percent"))
                .put("leave_accounts", number(leaveAccounts, set, "leave_accounts"));
    }

    private static @Nullable String text(@Nullable String given, Json set, String name) {
        return given == null ? textOrNull(set.get(name)) : given;
    }

    private static @Nullable String textOrNull(Json value) {
        return value.present() ? value.text() : null;
    }

    private static @Nullable Integer number(@Nullable Integer given, Json set, String name) {
        return given == null && set.get(name).present()
                ? Integer.valueOf((int) set.get(name).number())
                : given;
    }

    private @Nullable String bindDn(Json set) {
        return None.isMeant(bindDn) ? null : text(bindDn, set, "bind_dn");
    }

    private @Nullable String trust(Json set, Terminal terminal) throws IOException {
        if (None.isMeant(trustFile)) {
            return null;
        }
        return trustFile == null ? textOrNull(set.get("trust")) : read(trustFile, terminal);
    }

    private static String read(String name, Terminal terminal) throws IOException {
        Path file = terminal.directory().resolve(name);
        try {
            if (Files.size(file) > LONGEST_TRUST) {
                throw CliException.usage("The file " + name + " is larger than " + Texts.bytes(LONGEST_TRUST)
                        + ". Is it the right file?");
            }
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (NoSuchFileException e) {
            throw new CliException(ExitCode.USAGE, "The file " + name + " does not exist.", e);
        }
    }

    private JsonText attributes(Json set) throws CliException {
        for (String what : attributes.keySet()) {
            if (!ATTRIBUTES.contains(what)) {
                throw CliException.usage(
                        "--attribute takes " + String.join(", ", ATTRIBUTES) + ", not \"" + what + "\".");
            }
        }
        JsonText all = new JsonText();
        for (String what : ATTRIBUTES) {
            String given = attributes.get(what);
            String known = set.present() ? textOrNull(set.get("attributes").get(what)) : PRESET.get(what);
            all.put(what, None.isMeant(given) ? null : given == null ? known : given);
        }
        return all;
    }

    /** The server keeps a password for the same server and name only. */
    private @Nullable String password(Json current, Terminal terminal) throws IOException {
        String who = bindDn(current.get("settings"));
        if (who == null) {
            return null;
        }
        if (passwordFile != null) {
            return new Secrets(terminal).onlyPassword(passwordFile);
        }
        if (!asks && current.get("password_set").yes() && isSameTarget(current.get("settings"))) {
            return null;
        }
        String typed = new Prompt(terminal).secret("Password of " + who + ":");
        if (typed == null) {
            throw CliException.usage("The password of " + who
                    + " is needed, and there is nobody to ask. Give --bind-password-file FILE.");
        }
        return typed;
    }

    private boolean isSameTarget(Json set) {
        return isSame(host, set, "host")
                && isSame(security, set, "security")
                && isSame(port == null ? null : port.toString(), set, "port")
                && isSame(bindDn, set, "bind_dn")
                && trustFile == null;
    }

    private static boolean isSame(@Nullable String given, Json set, String name) {
        return given == null || Objects.equals(given, set.get(name).text());
    }
}
