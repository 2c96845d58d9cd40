package org.muniment.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as the index sees it.
 *
 * @param id the message's id in the archive, {@code <writer>-<number>}
 * @param writer the writer of its record
 * @param number its record number, dense per writer
 * @param sent when it was sent, as far as that can be believed
 * @param archived when it was archived
 * @param size bytes of the original
 * @param messageId the Message-ID without angle brackets, or {@code null}
 * @param recipients addresses of the envelope, of all its sightings, that may not stand in any field
 * @param attachmentNames file names of its attachments
 * @param attachments how many parts a reader would list as attachments
 * @param text the text of its body
 * @param partial whether not all of it could be read
 */
public record MailDocument(
        String id,
        String writer,
        long number,
        Instant sent,
        Instant archived,
        long size,
        @Nullable String messageId,
        String subject,
        List<Mailbox> from,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        List<String> recipients,
        List<String> attachmentNames,
        int attachments,
        String text,
        boolean partial) {

    /** A person's name, or {@code null}, and address. */
    public record Mailbox(@Nullable String name, String address) {}

    public MailDocument {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        recipients = List.copyOf(recipients);
        attachmentNames = List.copyOf(attachmentNames);
    }
}
