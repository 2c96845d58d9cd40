package org.muniment.server.listeners;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.settings.Settings;

/**
 * The listeners of this server. They run while there is an archive to deliver to: from the start, or from the set-up, to
 * the stop. Thread-safe.
 */
public final class Listeners {
    /** Long enough for a mail under way, short enough to leave the rest of ten seconds to the archive. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Settings.Smtp settings;
    private final ListenerStarter starter;
    private final InstantSource clock;
    private volatile @Nullable MailListener smtp;
    private volatile @Nullable ArchivingReceiver receiver;
    private boolean stopped;

    public Listeners(Settings.Smtp settings, ListenerStarter starter, InstantSource clock) {
        this.settings = settings;
        this.starter = starter;
        this.clock = clock;
    }

    /**
     * Starts listening for mail for everybody it concerns.
     *
     * @throws IOException with a sentence for the operator if it cannot, as when the port is taken
     */
    public synchronized void start(Addressees addressees) throws IOException {
        if (smtp != null || stopped) {
            return;
        }
        var arriving = new ArchivingReceiver(addressees, "smtp", clock);
        try {
            smtp = starter.start(settings, arriving);
            receiver = arriving;
        } catch (IOException e) {
            throw isAboutThePort(e) ? portRefused(e) : e;
        }
    }

    private static boolean isAboutThePort(IOException e) {
        return e instanceof BindException || e.getCause() instanceof BindException;
    }

    private IOException portRefused(IOException e) {
        return new IOException(
                "SMTP cannot listen on " + settings.bind() + ":" + settings.port()
                        + ": the port is in use, or the address is not of this machine. Set MUNIMENT_SMTP_PORT or"
                        + " MUNIMENT_BIND to another one.",
                e);
    }

    /** The SMTP listener while it runs. */
    public Optional<MailListener> smtp() {
        return Optional.ofNullable(smtp);
    }

    /** The newest mail that concerned an organisation since the start, if any did. */
    public Optional<Received> lastReceived(String organisation) {
        ArchivingReceiver taking = receiver;
        return taking == null ? Optional.empty() : taking.last(organisation);
    }

    /** How many mails that concerned an organisation were acknowledged since the start. */
    public long accepted(String organisation) {
        ArchivingReceiver taking = receiver;
        return taking == null ? 0 : taking.accepted(organisation);
    }

    /** Stops for good; returns when no mail is under way any more. */
    public synchronized void stop() {
        stopped = true;
        MailListener running = smtp;
        smtp = null;
        if (running != null) {
            running.stop(GRACE);
        }
    }
}
