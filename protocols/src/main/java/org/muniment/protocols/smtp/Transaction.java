package org.muniment.protocols.smtp;

import java.util.ArrayList;
import java.util.List;
import org.muniment.message.Envelope;

/** A mail transaction between MAIL and the end of its data. Not thread-safe. */
final class Transaction {
    private final String reversePath;
    private final boolean utf8;
    private final List<String> recipients = new ArrayList<>(1);
    private int recipientLength;

    Transaction(String reversePath, boolean utf8) {
        this.reversePath = reversePath;
        this.utf8 = utf8;
    }

    /** Adds a recipient, in order and also when given before; {@code false} if there is no room for it. */
    boolean add(String recipient, SmtpLimits limits) {
        if (recipients.size() >= limits.recipients()
                || recipientLength + recipient.length() > limits.recipientBytes()) {
            return false;
        }
        recipients.add(recipient);
        recipientLength += recipient.length();
        return true;
    }

    /** Whether there is anybody to deliver to. */
    boolean hasRecipients() {
        return !recipients.isEmpty();
    }

    /** The envelope as the client gave it. */
    Envelope envelope(String client, String helo, boolean extended, boolean secure) {
        return new Envelope(reversePath, recipients, client, helo, protocol(extended, secure));
    }

    /** RFC 3848, and RFC 6531, section 4.3. */
    private String protocol(boolean extended, boolean secure) {
        if (utf8) {
            return secure ? "UTF8SMTPS" : "UTF8SMTP";
        }
        if (extended) {
            return secure ? "ESMTPS" : "ESMTP";
        }
        return "SMTP";
    }
}
