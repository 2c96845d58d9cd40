package org.muniment.server.listeners;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muniment.protocols.DoorCounts;
import org.muniment.protocols.Networks;
import org.muniment.protocols.Tls;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.protocols.smtp.SmtpCounts;
import org.muniment.protocols.smtp.SmtpLimits;
import org.muniment.protocols.smtp.SmtpListener;
import org.muniment.protocols.smtp.SmtpSettings;
import org.muniment.server.settings.Settings;

/** Starts the SMTP listener with what the operator has set. */
public final class SmtpStarter implements ListenerStarter {

    @Override
    public MailListener start(Settings.Smtp settings, MailReceiver receiver) throws IOException {
        SmtpLimits usual = SmtpLimits.defaults();
        SmtpLimits limits = new SmtpLimits(
                settings.maxConnections(),
                settings.maxConnections(),
                settings.maxRecipients(),
                usual.recipientBytes(),
                settings.maxSize(),
                usual.badCommands(),
                usual.emptyCommands(),
                usual.idle(),
                usual.transaction());
        SmtpSettings smtp = new SmtpSettings(
                InetAddress.getByName(settings.bind()),
                settings.port(),
                hostName(),
                Networks.parse(String.join(",", settings.networks())),
                limits,
                tls(settings));
        return new Running(SmtpListener.open(smtp, receiver));
    }

    private static String hostName() throws IOException {
        String name = InetAddress.getLocalHost().getHostName();
        boolean usable = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return usable ? name : "localhost";
    }

    private static @Nullable Tls tls(Settings.Smtp settings) throws IOException {
        Path keyStore = settings.keyStore();
        if (keyStore == null) {
            return null;
        }
        try {
            return Tls.of(keyStore, password(settings.keyStorePasswordFile()));
        } catch (GeneralSecurityException e) {
            throw new IOException("MUNIMENT_SMTP_TLS_KEYSTORE: " + keyStore + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static char[] password(@Nullable Path file) throws IOException {
        return file == null
                ? new char[0]
                : Files.readString(file).lines().findFirst().orElse("").toCharArray();
    }

    /** The listener as the server sees it. */
    private record Running(SmtpListener listener) implements MailListener {

        @Override
        public int port() {
            return listener.port();
        }

        @Override
        public long connections() {
            return door().present();
        }

        @Override
        public long accepted() {
            SmtpCounts counts = listener.counts();
            return counts.archived() + counts.notKept();
        }

        @Override
        public long refused() {
            SmtpCounts counts = listener.counts();
            return counts.deferred()
                    + counts.tooLarge()
                    + counts.door().notAllowed()
                    + counts.door().turnedAway();
        }

        private DoorCounts door() {
            return listener.counts().door();
        }

        @Override
        public void stop(Duration grace) {
            listener.stop(grace);
        }
    }
}
