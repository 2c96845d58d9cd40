package org.muniment.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link MessageReader} understood of a mail: enough to identify, search and list it. The original bytes stay the
 * truth; this is derived from them at any time and never stored as such.
 *
 * @param header the fields of its header section; empty if they could not be read at all
 * @param fingerprint what makes two copies the same message
 * @param messageId the Message-ID without angle brackets; {@code null} if there is none
 * @param date the Date field, if it can be understood
 * @param firstReceived the time of the oldest Received field that can be understood: when the first server took the
 *     mail
 * @param subject the Subject, decoded; empty if there is none
 * @param from mailboxes of From; so on for the other fields, groups flattened
 * @param attachments the parts a reader would list as attachments, in order
 * @param text the text of all text parts in order, decoded, HTML without its tags, parts apart by a blank line; cut at
 *     {@link Limits#textChars}
 * @param html whether there is an HTML part that a reader shows
 * @param defects what could not be read as it should
 */
public record Message(
        HeaderSection header,
        Fingerprint fingerprint,
        @Nullable String messageId,
        @Nullable Instant date,
        @Nullable Instant firstReceived,
        String subject,
        List<Address> from,
        List<Address> sender,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        List<String> references,
        List<Attachment> attachments,
        String text,
        boolean html,
        List<Defect> defects) {

    public Message {
        from = List.copyOf(from);
        sender = List.copyOf(sender);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        defects = List.copyOf(defects);
    }
}
