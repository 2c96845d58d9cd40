package org.muniment.server.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every name that begins with {@code MUNIMENT_}: what the server reads, and what only other parts of the product read,
 * so that a misspelt one is noticed.
 */
enum Setting {
    HOME("MUNIMENT_HOME", Reader.ENVIRONMENT, "./muniment-home"),
    HEAP("MUNIMENT_HEAP", Reader.LAUNCHER, "512m"),
    BIND("MUNIMENT_BIND", Reader.SERVER, "127.0.0.1"),
    HTTP_PORT("MUNIMENT_HTTP_PORT", Reader.SERVER, "8080"),
    HTTP_HOSTS("MUNIMENT_HTTP_HOSTS", Reader.SERVER, ""),
    HTTP_PROXIES("MUNIMENT_HTTP_PROXIES", Reader.SERVER, ""),
    SMTP_PORT("MUNIMENT_SMTP_PORT", Reader.SERVER, "2525"),
    SMTP_NETWORKS("MUNIMENT_SMTP_NETWORKS", Reader.SERVER, "127.0.0.0/8, ::1/128"),
    SMTP_MAX_SIZE("MUNIMENT_SMTP_MAX_SIZE", Reader.SERVER, "150m"),
    SMTP_MAX_CONNECTIONS("MUNIMENT_SMTP_MAX_CONNECTIONS", Reader.SERVER, "200"),
    SMTP_MAX_RECIPIENTS("MUNIMENT_SMTP_MAX_RECIPIENTS", Reader.SERVER, "5000"),
    SMTP_TLS_KEYSTORE("MUNIMENT_SMTP_TLS_KEYSTORE", Reader.SERVER, ""),
    SMTP_TLS_KEYSTORE_PASSWORD_FILE("MUNIMENT_SMTP_TLS_KEYSTORE_PASSWORD_FILE", Reader.SERVER, ""),
    IMPORT_MAX_SIZE("MUNIMENT_IMPORT_MAX_SIZE", Reader.SERVER, "512m"),
    UPLOAD_MAX_SIZE("MUNIMENT_UPLOAD_MAX_SIZE", Reader.SERVER, "100g"),
    MASTER_KEY_FILE("MUNIMENT_MASTER_KEY_FILE", Reader.SERVER, "master.key"),
    KEYS("MUNIMENT_KEYS", Reader.SERVER, "keys"),
    KEYS_COPY("MUNIMENT_KEYS_COPY", Reader.SERVER, "keys-copy"),
    DISK_RESERVE("MUNIMENT_DISK_RESERVE", Reader.SERVER, "64m"),
    RETENTION_YEARS("MUNIMENT_RETENTION_YEARS", Reader.SERVER, "5"),
    LDAP_SIGN_IN("MUNIMENT_LDAP_SIGN_IN", Reader.SERVER, "no"),
    OIDC_ISSUER("MUNIMENT_OIDC_ISSUER", Reader.SERVER, ""),
    OIDC_NAME("MUNIMENT_OIDC_NAME", Reader.SERVER, "Single sign-on"),
    OIDC_CLIENT_ID("MUNIMENT_OIDC_CLIENT_ID", Reader.SERVER, ""),
    OIDC_CLIENT_SECRET_FILE("MUNIMENT_OIDC_CLIENT_SECRET_FILE", Reader.SERVER, ""),
    OIDC_SECOND_FACTOR("MUNIMENT_OIDC_SECOND_FACTOR", Reader.SERVER, "own"),

    JAVA_HOME("MUNIMENT_JAVA_HOME", Reader.OTHERS, ""),
    SERVER("MUNIMENT_SERVER", Reader.OTHERS, ""),
    TOKEN("MUNIMENT_TOKEN", Reader.OTHERS, ""),
    PASSWORD_FILE("MUNIMENT_PASSWORD_FILE", Reader.OTHERS, ""),
    DEBUG("MUNIMENT_DEBUG", Reader.OTHERS, ""),
    API("MUNIMENT_API", Reader.OTHERS, ""),
    KEYCLOAK("MUNIMENT_KEYCLOAK", Reader.OTHERS, ""),
    CORPUS("MUNIMENT_CORPUS", Reader.OTHERS, ""),
    CHROMIUM("MUNIMENT_CHROMIUM", Reader.OTHERS, ""),
    SHARED("MUNIMENT_SHARED", Reader.OTHERS, "");

    /** Who reads a setting, and so where it may stand. */
    enum Reader {
        /** The server: environment or settings file. */
        SERVER,
        /** The server, before it knows where the file is: environment only. */
        ENVIRONMENT,
        /** The launcher, before Java runs: environment only. */
        LAUNCHER,
        /** The command line, the launcher or the tests; the server does not mind it. */
        OTHERS
    }

    private final String key;
    private final Reader reader;
    private final String preset;

    Setting(String key, Reader reader, String preset) {
        this.key = key;
        this.reader = reader;
        this.preset = preset;
    }

    /** The name as the operator writes it. */
    String key() {
        return key;
    }

    Reader reader() {
        return reader;
    }

    /** The value when none is given, as it would be written. */
    String preset() {
        return preset;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
