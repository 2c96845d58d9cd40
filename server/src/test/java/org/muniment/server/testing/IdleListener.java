package org.muniment.server.testing;

import java.time.Duration;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.server.listeners.MailListener;

/** Stands where the SMTP listener will, and lets a test deliver by hand. */
public final class IdleListener implements MailListener {
    private final MailReceiver receiver;
    private volatile boolean stopped;

    public IdleListener(MailReceiver receiver) {
        this.receiver = receiver;
    }

    /** Where it hands mail. */
    public MailReceiver receiver() {
        return receiver;
    }

    /** Whether it was stopped. */
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public int port() {
        return 2525;
    }

    @Override
    public long connections() {
        return 0;
    }

    @Override
    public long accepted() {
        return 3;
    }

    @Override
    public long refused() {
        return 1;
    }

    @Override
    public void stop(Duration grace) {
        stopped = true;
    }
}
