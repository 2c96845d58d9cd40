package org.muniment.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the transport said about a mail, apart from the mail itself (RFC 5321, section 2.3.1).
 *
 * @param reversePath the address of MAIL FROM without brackets; empty for the null reverse-path; {@code null} where
 *     there was no transport, as in a file
 * @param recipients the accepted addresses of RCPT TO in their order, without brackets
 * @param client the address of the host that delivered, as text; {@code null} where there was none
 * @param helo the name it gave with EHLO or HELO; {@code null} where there was none
 * @param protocol the transmission type as in RFC 3848 and RFC 6531 ({@code ESMTP}, {@code ESMTPS}, {@code UTF8SMTP}…);
 *     {@code null} where there was none
 */
public record Envelope(
        @Nullable String reversePath,
        List<String> recipients,
        @Nullable String client,
        @Nullable String helo,
        @Nullable String protocol) {

    private static final Envelope NONE = new Envelope(null, List.of(), null, null, null);

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** The envelope of a mail that came without one. */
    public static Envelope none() {
        return NONE;
    }
}
