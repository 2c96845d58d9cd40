package org.muniment.server.api;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.LdapSettings;
import org.muniment.server.directory.Threshold;
import org.muniment.server.language.Message;
import org.muniment.server.ldap.LdapConnector;
import org.muniment.server.ldap.LdapServer;

/** From where a directory is read, as the API writes it; the password comes in and never goes out. */
record LdapSettingsBody(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String security,
        @Nullable String trust,
        @Nullable String bindDn,
        @Nullable String bindPassword,
        @Nullable String base,
        @Nullable String filter,
        @Nullable Attributes attributes,
        @Nullable String departments,
        @Nullable Integer pageSize,
        @Nullable String schedule,
        @Nullable Integer hour,
        @Nullable Integer leavePercent,
        @Nullable Integer leaveAccounts) {
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_FILTER = 2_000;
    private static final int LONGEST_TRUST = 40_000;
    private static final int MOST_PORT = 65_535;

    record Attributes(
            @Nullable String address,
            @Nullable String name,
            @Nullable String aliases,
            @Nullable String department,
            @Nullable String id,
            @Nullable String disabled) {
        private static final Attributes PRESET = new Attributes("mail", "cn", null, null, null, null);

        LdapSettings.Attributes checked() {
            return new LdapSettings.Attributes(
                    address == null ? "mail" : attribute("/attributes/address", address),
                    name == null ? null : attribute("/attributes/name", name),
                    aliases == null ? null : attribute("/attributes/aliases", aliases),
                    department == null ? null : attribute("/attributes/department", department),
                    id == null ? null : attribute("/attributes/id", id),
                    disabled == null ? null : attribute("/attributes/disabled", disabled));
        }

        private static String attribute(String pointer, String name) {
            if (!name.matches("[A-Za-z][A-Za-z0-9.;-]{0,99}")) {
                throw Problem.field(pointer, "invalid", Message.of("ldap.attribute", pointer))
                        .exception();
            }
            return name;
        }

        static Attributes of(LdapSettings.Attributes map) {
            return new Attributes(map.address(), map.name(), map.aliases(), map.department(), map.id(), map.disabled());
        }
    }

    /** What is meant, or the problem that it cannot be. */
    LdapSettings settings() {
        LdapServer.Security kind = LdapServer.Security.named(security == null ? "ldaps" : security)
                .orElseThrow(() -> notOneOf("/security", "ldaps, starttls, plain"));
        int preset = kind == LdapServer.Security.LDAPS ? 636 : 389;
        var server = new LdapServer(
                named(), Required.within("/port", port, preset, 1, MOST_PORT), kind, trust == null ? null : pem(trust));
        return new LdapSettings(
                server,
                bindDn == null || bindDn.isBlank() ? null : dn("/bind_dn", bindDn),
                dn("/base", Required.value("/base", base)),
                filter == null ? "(mail=*)" : filter(filter),
                (attributes == null ? Attributes.PRESET : attributes).checked(),
                from(),
                Required.within("/page_size", pageSize, 500, 10, 1_000),
                every(),
                Required.within("/hour", hour, 2, 0, 23),
                new Threshold(
                        Required.within("/leave_percent", leavePercent, Threshold.PRESET.percent(), 0, 100),
                        Required.within("/leave_accounts", leaveAccounts, Threshold.PRESET.accounts(), 0, 200_000)));
    }

    /** The password that came with it; {@code null} for none. */
    @Nullable
    String password() {
        if (bindPassword != null && bindPassword.length() > LONGEST_TEXT) {
            throw Problem.field(
                            "/bind_password",
                            "invalid",
                            Message.of("invalid.length", "/bind_password", 1, LONGEST_TEXT))
                    .exception();
        }
        return bindPassword == null || bindPassword.isEmpty() ? null : bindPassword;
    }

    private String named() {
        String name = Required.text("/host", host, LONGEST_HOST);
        if (!name.matches("[\\p{L}\\p{N}._:-]+")) {
            throw Problem.field("/host", "invalid", Message.of("ldap.host", "/host"))
                    .exception();
        }
        return name;
    }

    private static String pem(String text) {
        if (text.length() > LONGEST_TRUST || !LdapConnector.isTrust(text)) {
            throw Problem.field("/trust", "invalid", Message.of("ldap.pem", "/trust"))
                    .exception();
        }
        return text;
    }

    private static String dn(String pointer, String text) {
        String name = Required.text(pointer, text, LONGEST_TEXT);
        if (!DN.isValidDN(name)) {
            throw Problem.field(pointer, "invalid", Message.of("ldap.dn", pointer))
                    .exception();
        }
        return name;
    }

    private static String filter(String text) {
        String filter = Required.text("/filter", text, LONGEST_FILTER);
        try {
            Filter.create(filter);
            return filter;
        } catch (LDAPException e) {
            throw Problem.field("/filter", "invalid", Message.of("ldap.filter", "/filter"))
                    .exception();
        }
    }

    private LdapSettings.Departments from() {
        return switch (departments == null ? "ou" : departments) {
            case "ou" -> LdapSettings.Departments.OU;
            case "attribute" -> LdapSettings.Departments.ATTRIBUTE;
            case "none" -> LdapSettings.Departments.NONE;
            default -> throw notOneOf("/departments", "ou, attribute, none");
        };
    }

    private LdapSettings.Every every() {
        return switch (schedule == null ? "off" : schedule) {
            case "off" -> LdapSettings.Every.OFF;
            case "hour" -> LdapSettings.Every.HOUR;
            case "day" -> LdapSettings.Every.DAY;
            default -> throw notOneOf("/schedule", "off, hour, day");
        };
    }

    private static ProblemException notOneOf(String pointer, String keys) {
        return Problem.field(pointer, "invalid", Message.of("invalid.one-of", pointer, keys))
                .exception();
    }

    /** Settings as they are shown: without a password. */
    static LdapSettingsBody of(LdapSettings settings) {
        LdapServer server = settings.server();
        return new LdapSettingsBody(
                server.host(),
                server.port(),
                server.security().key(),
                server.trust(),
                settings.bindDn(),
                null,
                settings.base(),
                settings.filter(),
                Attributes.of(settings.attributes()),
                settings.departments().name().toLowerCase(Locale.ROOT),
                settings.pageSize(),
                settings.every().name().toLowerCase(Locale.ROOT),
                settings.hour(),
                settings.threshold().percent(),
                settings.threshold().accounts());
    }

    /** Without the password, so that no log ever shows it. */
    @Override
    public String toString() {
        return "LdapSettingsBody[" + host + "]";
    }
}
