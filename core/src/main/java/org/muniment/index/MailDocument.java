package org.muniment.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
 * @param reversePaths senders of the envelope, of all its sightings
 * @param attachmentNames file names of its attachments
 * @param attachments how many parts a reader would list as attachments
 * @param text the text of its body
 * @param partial whether not all of it could be read
 * @param labels what kind of mail it is
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
        List<String> reversePaths,
        List<String> attachmentNames,
        int attachments,
        String text,
        boolean partial,
        Set<Label> labels) {

    /** What kind of mail it is, if it is not just a person's. */
    public enum Label {
        /** Somebody before us called it spam. */
        SPAM,
        /** A machine answered for a person who is away. */
        AUTOREPLY,
        /** A rule of a mailbox passed it on. */
        FORWARDED,
        /** A mail system wrote it. */
        SYSTEM
    }

    /** A person's name, or {@code null}, and address. */
    public record Mailbox(@Nullable String name, String address) {}

    public MailDocument {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        recipients = List.copyOf(recipients);
        reversePaths = List.copyOf(reversePaths);
        labels = Set.copyOf(labels);
        attachmentNames = List.copyOf(attachmentNames);
    }
}
