package org.muniment.protocols.smtp;

import java.io.IOException;
import java.time.Duration;
import org.muniment.protocols.Connection;
import org.muniment.protocols.Door;
import org.muniment.protocols.LineProtocol;
import org.muniment.protocols.Listener;

/**
 * Takes mail over SMTP (RFC 5321) for a {@link MailReceiver}.
 *
 * <p>A mail is acknowledged only after the receiver said that its fate is durable. Its bytes are handed over exactly as
 * sent, apart from the stuffed dots and the end of data; no header field is added. Faults of our own are always answered
 * 4xx, so the sender keeps the mail and tries again. There is no relaying and no authentication: who may connect is
 * decided by network. Thread-safe.
 */
public final class SmtpListener implements AutoCloseable {
    private final Listener listener;
    private final Tally tally;

    private SmtpListener(Listener listener, Tally tally) {
        this.listener = listener;
        this.tally = tally;
    }

    /**
     * Binds the port and begins to take mail.
     *
     * @throws IOException if the port cannot be bound; the text names it
     */
    public static SmtpListener open(SmtpSettings settings, MailReceiver receiver) throws IOException {
        SmtpLimits limits = settings.limits();
        Door door = new Door(
                settings.bind(),
                settings.port(),
                settings.allowed(),
                limits.connections(),
                limits.connectionsPerClient(),
                limits.idle());
        Tally tally = new Tally();
        return new SmtpListener(Listener.open(door, new Smtp(settings, receiver, tally)), tally);
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    /** What it has done until now. */
    public SmtpCounts counts() {
        return tally.with(listener.counts());
    }

    /** Stops within 10 seconds, as {@link #stop} with a grace of 8. */
    @Override
    public void close() {
        listener.close();
    }

    /**
     * Accepts nobody any more, says good-bye to clients at rest and cuts off transactions that do not finish within
     * {@code grace}; returns about a second after it at the latest. A mail that the receiver is still storing then may
     * be archived without having been acknowledged: its sender sends it again, and it is the same sighting.
     */
    public void stop(Duration grace) {
        listener.stop(grace);
    }

    private record Smtp(SmtpSettings settings, MailReceiver receiver, Tally tally, Replies replies)
            implements LineProtocol {

        Smtp(SmtpSettings settings, MailReceiver receiver, Tally tally) {
            this(settings, receiver, tally, new Replies(settings));
        }

        @Override
        public String name() {
            return "smtp";
        }

        @Override
        public void serve(Connection connection) throws IOException {
            new SmtpSession(connection, settings, receiver, tally, replies).serve();
        }

        @Override
        public String notAllowed() {
            return "554 5.7.1 " + settings.hostname() + " takes no mail from this address";
        }

        @Override
        public String full() {
            return "421 4.3.2 " + settings.hostname() + " has too many connections, try later";
        }

        @Override
        public String stopping() {
            return Replies.STOPPING;
        }

        @Override
        public String timedOut() {
            return "421 4.4.2 " + settings.hostname() + " has waited too long";
        }
    }
}
