package org.muniment.server;

import java.util.Optional;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.listeners.MailListener;
import org.muniment.server.settings.Settings;

/** Where this server can be reached, as soon as it listens. Thread-safe. */
public final class Addresses {
    private static final String UNRELEASED = "0.1.0-SNAPSHOT";

    private final Settings settings;
    private final Listeners listeners;
    private volatile int httpPort;

    public Addresses(Settings settings, Listeners listeners) {
        this.settings = settings;
        this.listeners = listeners;
        this.httpPort = settings.http().port();
    }

    void listeningOn(int port) {
        httpPort = port;
    }

    /** The HTTP side, without a path; a server that listens everywhere is reached here over loopback. */
    public String url() {
        String bind = settings.http().bind();
        boolean everywhere = bind.equals("0.0.0.0") || bind.equals("::");
        String host = everywhere ? "127.0.0.1" : bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind;
        return "http://" + host + ":" + httpPort;
    }

    /** The address the SMTP listener is bound to. */
    public String smtpBind() {
        return settings.smtp().bind();
    }

    /** The port of the SMTP listener; the one it is to have while it does not run. */
    public int smtpPort() {
        Optional<MailListener> smtp = listeners.smtp();
        return smtp.map(MailListener::port).orElse(settings.smtp().port());
    }

    /** The version of the product. */
    public String version() {
        String version = Addresses.class.getPackage().getImplementationVersion();
        return version == null ? UNRELEASED : version;
    }
}
