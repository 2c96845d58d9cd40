package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Settings of a directory server; what is not given is what is set. */
final class LdapOptions {
    private static final List<String> ATTRIBUTES =
            List.of("address", "name", "aliases", "department", "id", "disabled");
    private static final Map<String, String> PRESET = Map.of("address", "mail", "name", "cn");
    private static final int LONGEST_TRUST = 40_000;

    private static final String PORT = "port";
    private static final String SECURITY = "security";
    private static final String BIND_DN = "bind_dn";

    /** Settings that are more than a value that is given or stays. */
    private static final Set<String> APART = Set.of(BIND_DN, "bind_password", "trust", "attributes");

    /** What makes it another server or another person, whom the password is not shown. */
    private static final Set<String> TARGET = Set.of("host", PORT, SECURITY, BIND_DN);

    /** Settings that are texts or numbers, by their names in the API, as they are given. */
    private final Map<String, Json> given = new TreeMap<>();

    /** Without a value, picocli says that an option is not given. */
    private void set(String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, new Json(value));
        }
    }

    @Option(names = "--host", paramLabel = "HOST", description = "The server's name.")
    void host(@Nullable String name) {
        set("host", name);
    }

    @Option(names = "--port", paramLabel = "N", description = "Its port (default: 636 with ldaps, else 389).")
    void port(@Nullable Integer number) {
        set(PORT, number);
    }

    @Option(names = "--security", paramLabel = "HOW", description = "ldaps, starttls or plain (default: ldaps).")
    void security(@Nullable String how) {
        set(SECURITY, how);
    }

    @Option(names = "--bind-dn", paramLabel = "DN", description = "Who signs in to it; none for nobody.")
    void bindDn(@Nullable String name) {
        set(BIND_DN, name);
    }

    @Option(names = "--base", paramLabel = "DN", description = "Below what it is searched.")
    void base(@Nullable String name) {
        set("base", name);
    }

    @Option(names = "--filter", paramLabel = "FILTER", description = "Which entries are accounts (default: (mail=*)).")
    void filter(@Nullable String text) {
        set("filter", text);
    }

    @Option(names = "--departments", paramLabel = "FROM", description = "ou, attribute or none (default: ou).")
    void departments(@Nullable String from) {
        set("departments", from);
    }

    @Option(names = "--page-size", paramLabel = "N", description = "How many entries are asked for at once.")
    void pageSize(@Nullable Integer entries) {
        set("page_size", entries);
    }

    @Option(names = "--schedule", paramLabel = "EVERY", description = "off, hour or day (default: off).")
    void schedule(@Nullable String every) {
        set("schedule", every);
    }

    @Option(names = "--hour", paramLabel = "N", description = "At which hour of the day, in UTC.")
    void hour(@Nullable Integer hour) {
        set("hour", hour);
    }

    @Option(
            names = "--leave-percent",
            paramLabel = "N",
            description = "If a larger part of the accounts would leave, somebody has to confirm it.")
    void leavePercent(@Nullable Integer percent) {
        set("leave_percent", percent);
    }

    @Option(names = "--leave-accounts", paramLabel = "N", description = "The same as a number of accounts.")
    void leaveAccounts(@Nullable Integer accounts) {
        set("leave_accounts", accounts);
    }

    @Option(
            names = "--attribute",
            paramLabel = "WHAT=NAME",
            description = "Where address, name, aliases, department, id or disabled stands; none for nowhere."
                    + " Repeat the option for more.")
    private Map<String, String> attributes = new TreeMap<>();

    @Option(
            names = "--trust-file",
            paramLabel = "FILE",
            description = "Certificates (PEM) of the authority to trust; none for those that the system trusts.")
    private @Nullable String trustFile;

    @Option(
            names = "--bind-password-file",
            paramLabel = "FILE",
            description = "Its first line is the password; - for standard input. Else you are asked when it is needed.")
    private @Nullable String passwordFile;

    @Option(names = "--ask-password", description = "Ask for another password, though there is one.")
    private boolean asks;

    /** All of the settings, over those that are set. */
    JsonText over(Json current, Terminal terminal) throws IOException {
        Json set = current.get("settings");
        Set<String> names = new TreeSet<>(set.names());
        names.addAll(given.keySet());
        names.removeAll(APART);
        JsonText all = new JsonText();
        for (String name : names) {
            // Another security means another port, unless that is said as well.
            boolean isOfOld = name.equals(PORT) && given.containsKey(SECURITY);
            all.put(name, given.getOrDefault(name, isOfOld ? Json.NOTHING : set.get(name)));
        }
        return all.put(BIND_DN, bindDn(set))
                .put("bind_password", password(current, terminal))
                .put("trust", trust(set, terminal))
                .put("attributes", attributes(set));
    }

    private static @Nullable String textOrNull(Json value) {
        return value.present() ? value.text() : null;
    }

    private @Nullable String bindDn(Json set) {
        String name = textOrNull(given.getOrDefault(BIND_DN, set.get(BIND_DN)));
        return None.isMeant(name) ? null : name;
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
        return trustFile == null
                && TARGET.stream()
                        .allMatch(name -> !given.containsKey(name)
                                || given.get(name).text().equals(set.get(name).text()));
    }
}
