package org.muniment.protocols.smtp;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muniment.protocols.Networks;
import org.muniment.protocols.Tls;

/** Builds settings for a listener on loopback and any port, default but for what a test is about. */
final class TestSettings {
    private int connections = 200;
    private int connectionsPerClient = 200;
    private int recipients = 5_000;
    private int recipientBytes = 2 << 20;
    private long messageBytes = 150L << 20;
    private int badCommands = 20;
    private int emptyCommands = 100;
    private Duration idle = Duration.ofMinutes(5);
    private Duration transaction = Duration.ofMinutes(60);
    private Networks allowed = Networks.loopback();
    private @Nullable Tls tls;

    TestSettings connections(int most) {
        connections = most;
        return this;
    }

    TestSettings connectionsPerClient(int most) {
        connectionsPerClient = most;
        return this;
    }

    TestSettings recipients(int most) {
        recipients = most;
        return this;
    }

    TestSettings recipientBytes(int most) {
        recipientBytes = most;
        return this;
    }

    TestSettings messageBytes(long most) {
        messageBytes = most;
        return this;
    }

    TestSettings badCommands(int most) {
        badCommands = most;
        return this;
    }

    TestSettings emptyCommands(int most) {
        emptyCommands = most;
        return this;
    }

    TestSettings idle(Duration most) {
        idle = most;
        return this;
    }

    TestSettings transaction(Duration most) {
        transaction = most;
        return this;
    }

    TestSettings allowed(String networks) {
        allowed = Networks.parse(networks);
        return this;
    }

    TestSettings tls() throws Exception {
        tls = TestKey.instance().server();
        return this;
    }

    /** Changes one setting by its name, as transcripts do. */
    void set(String name, String value) throws Exception {
        switch (name) {
            case "connections" -> connections(Integer.parseInt(value));
            case "recipients" -> recipients(Integer.parseInt(value));
            case "recipientBytes" -> recipientBytes(Integer.parseInt(value));
            case "messageBytes" -> messageBytes(Long.parseLong(value));
            case "badCommands" -> badCommands(Integer.parseInt(value));
            case "emptyCommands" -> emptyCommands(Integer.parseInt(value));
            case "idleMillis" -> idle(Duration.ofMillis(Long.parseLong(value)));
            case "allowed" -> allowed(value);
            case "tls" -> tls();
            default -> throw new IllegalArgumentException("no setting " + name);
        }
    }

    SmtpSettings build() {
        SmtpLimits limits = new SmtpLimits(
                connections,
                connectionsPerClient,
                recipients,
                recipientBytes,
                messageBytes,
                badCommands,
                emptyCommands,
                idle,
                transaction);
        return new SmtpSettings(InetAddress.getLoopbackAddress(), 0, "mx.example.org", allowed, limits, tls);
    }
}
