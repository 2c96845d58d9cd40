package org.muniment.server.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.protocols.Networks;

/** Turns the texts of settings into values; notes a sentence for each that cannot be one. */
final class Values {
    private static final String NETWORKS = "addresses or CIDR blocks apart by commas, such as 10.0.0.0/8, 192.0.2.7";
    private static final int HIGHEST_PORT = 65_535;
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    private static final long TIB = 1L << 40;

    private final Map<Setting, String> given;
    private final List<String> wrong;

    Values(Map<Setting, String> given, List<String> wrong) {
        this.given = given;
        this.wrong = wrong;
    }

    Path home() {
        Path home = folder(text(Setting.HOME), Setting.HOME, Path.of(""));
        if (home.toString().indexOf(';') >= 0) {
            refuse(Setting.HOME, "a path without a semicolon");
        }
        return home;
    }

    Settings settings(Path home) {
        String bind = address();
        return new Settings(
                home,
                new Settings.Http(
                        bind,
                        port(Setting.HTTP_PORT),
                        hosts(),
                        networks(Setting.HTTP_PROXIES),
                        yes(Setting.LDAP_SIGN_IN)),
                smtp(bind, home),
                new Settings.Imports(
                        bytes(Setting.IMPORT_MAX_SIZE, MIB, TIB), bytes(Setting.UPLOAD_MAX_SIZE, MIB, TIB)),
                keys(home),
                new Settings.Storage(
                        bytes(Setting.DISK_RESERVE, MIB, TIB), (int) number(Setting.RETENTION_YEARS, 1, 100)),
                oidc(home));
    }

    private boolean yes(Setting setting) {
        String text = text(setting);
        if (!text.equals("yes") && !text.equals("no")) {
            refuse(setting, "yes or no");
        }
        return text.equals("yes");
    }

    private Settings.@Nullable Oidc oidc(Path home) {
        String issuer = text(Setting.OIDC_ISSUER);
        String client = text(Setting.OIDC_CLIENT_ID);
        if (issuer.isEmpty() != client.isEmpty()) {
            wrong.add(Setting.OIDC_ISSUER.key() + " and " + Setting.OIDC_CLIENT_ID.key()
                    + " belong together; set both or neither.");
        }
        String factor = text(Setting.OIDC_SECOND_FACTOR);
        if (!factor.equals("own") && !factor.equals("provider")) {
            refuse(Setting.OIDC_SECOND_FACTOR, "own (this archive asks for it) or provider (the provider has asked)");
        }
        if (issuer.isEmpty() || client.isEmpty()) {
            return null;
        }
        if (!isProvider(issuer)) {
            refuse(Setting.OIDC_ISSUER, "an address that begins with https:// (http:// on this machine alone)");
        }
        return new Settings.Oidc(
                issuer,
                text(Setting.OIDC_NAME),
                client,
                file(Setting.OIDC_CLIENT_SECRET_FILE, home),
                factor.equals("provider"));
    }

    /** Who can change what a provider says can be anybody: plain HTTP is for this machine alone. */
    private static boolean isProvider(String issuer) {
        try {
            var uri = new URI(issuer);
            String host = uri.getHost();
            boolean here =
                    host != null && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
            return host != null && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Settings.Smtp smtp(String bind, Path home) {
        Path keyStore = file(Setting.SMTP_TLS_KEYSTORE, home);
        Path password = file(Setting.SMTP_TLS_KEYSTORE_PASSWORD_FILE, home);
        if ((keyStore == null) != (password == null)) {
            wrong.add(Setting.SMTP_TLS_KEYSTORE.key() + " and " + Setting.SMTP_TLS_KEYSTORE_PASSWORD_FILE.key()
                    + " belong together; set both or neither.");
        }
        return new Settings.Smtp(
                bind,
                port(Setting.SMTP_PORT),
                deliverers(),
                bytes(Setting.SMTP_MAX_SIZE, 64 * KIB, TIB),
                (int) number(Setting.SMTP_MAX_CONNECTIONS, 1, 100_000),
                (int) number(Setting.SMTP_MAX_RECIPIENTS, 100, 1_000_000),
                keyStore,
                password);
    }

    private Settings.Keys keys(Path home) {
        Path masterKey = folder(text(Setting.MASTER_KEY_FILE), Setting.MASTER_KEY_FILE, home);
        Path keyring = folder(text(Setting.KEYS), Setting.KEYS, home);
        Path copy = folder(text(Setting.KEYS_COPY), Setting.KEYS_COPY, home);
        if (keyring.equals(copy)) {
            refuse(Setting.KEYS_COPY, "another folder than " + Setting.KEYS.key() + ", best on another disk");
        }
        return new Settings.Keys(masterKey, keyring, copy);
    }

    private String text(Setting setting) {
        String value = given.getOrDefault(setting, setting.preset()).strip();
        return value.isEmpty() ? setting.preset() : value;
    }

    private String address() {
        String text = text(Setting.BIND);
        if (literal(text) == null) {
            refuse(Setting.BIND, "an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them");
        }
        return text;
    }

    private int port(Setting setting) {
        return (int) number(setting, 0, HIGHEST_PORT);
    }

    private long number(Setting setting, long least, long most) {
        try {
            long value = Long.parseLong(text(setting));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Not a number is answered like a number out of range.
        }
        refuse(setting, "a whole number from " + least + " to " + most);
        return least;
    }

    private long bytes(Setting setting, long least, long most) {
        long value = ByteSize.parse(text(setting)).orElse(-1);
        if (value < least || value > most) {
            refuse(
                    setting,
                    "a size from " + ByteSize.show(least) + " to " + ByteSize.show(most) + ", such as "
                            + setting.preset());
        }
        return value;
    }

    private Set<String> hosts() {
        List<String> hosts = items(Setting.HTTP_HOSTS);
        if (!hosts.stream().allMatch(Values::isHostName)) {
            refuse(Setting.HTTP_HOSTS, "host names without port, apart by commas, such as archive.example.com");
        }
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private List<String> deliverers() {
        List<String> networks = networks(Setting.SMTP_NETWORKS);
        if (networks.isEmpty()) {
            refuse(Setting.SMTP_NETWORKS, NETWORKS);
        }
        return networks;
    }

    private List<String> networks(Setting setting) {
        List<String> networks = items(setting);
        if (!networks.stream().allMatch(Values::isNetwork)) {
            refuse(setting, NETWORKS);
        }
        return networks;
    }

    private List<String> items(Setting setting) {
        var items = new ArrayList<>(Arrays.asList(text(setting).split(",", -1)));
        items.replaceAll(String::strip);
        items.removeIf(String::isEmpty);
        return List.copyOf(items);
    }

    private @Nullable Path file(Setting setting, Path home) {
        String text = text(setting);
        return text.isEmpty() ? null : folder(text, setting, home);
    }

    /** Relative paths are meant from the base, so that they mean the same wherever the server was started. */
    private Path folder(String text, Setting setting, Path base) {
        try {
            return base.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            refuse(setting, "a path");
            return base;
        }
    }

    private void refuse(Setting setting, String allowed) {
        wrong.add(setting.key() + " is \"" + text(setting) + "\"; allowed is " + allowed + ".");
    }

    private static boolean isHostName(String host) {
        return host.length() <= 253 && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
    }

    private static boolean isNetwork(String text) {
        try {
            return Networks.parse(text).list().size() == 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
