package org.muniment.protocols.smtp;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.muniment.protocols.Networks;
import org.muniment.protocols.Tls;

/**
 * What an SMTP listener needs to know.
 *
 * @param bind the local address
 * @param port the local port; 0 for any that is free
 * @param hostname the name it greets with
 * @param allowed the networks that may deliver; others are answered {@code 554 5.7.1}
 * @param limits how much a client may ask for
 * @param tls the key for STARTTLS; {@code null} to not offer it
 */
public record SmtpSettings(
        InetAddress bind,
        int port,
        String hostname,
        Networks allowed,
        SmtpLimits limits,
        @Nullable Tls tls) {

    public SmtpSettings {
        if (hostname.isEmpty() || !hostname.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("\"" + hostname + "\" is not a host name in ASCII");
        }
    }
}
