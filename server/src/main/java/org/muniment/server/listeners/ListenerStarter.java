package org.muniment.server.listeners;

import java.io.IOException;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.server.settings.Settings;

/** Starts the SMTP listener: the one place where the server meets whoever speaks the protocol. */
@FunctionalInterface
public interface ListenerStarter {

    /**
     * Starts listening.
     *
     * @throws IOException if it cannot; caused by a {@link java.net.BindException} if address and port cannot be had
     */
    MailListener start(Settings.Smtp settings, MailReceiver receiver) throws IOException;
}
