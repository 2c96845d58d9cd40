package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a mail as far as it can be read.
 *
 * <p>Bad mail is not an error: whatever a stranger sent, {@link #read} returns a message, with defects where something
 * was wrong. Memory is bounded by the {@link Limits}, not by the size of the mail. Thread-safe.
 *
 * <p>The text is made to be searched, and whatever a mail shows is in it. Of several alternatives the plain text is
 * taken whole, and of the HTML every line in which a word stands, or two words follow each other, that the plain text
 * does not have. So each word and each pair of words of either is found, without everything being there twice; only a
 * phrase of three words and more that stands in the HTML alone, while all its pairs stand in the plain text, is not.
 * A nested message is read as text (From, To, Cc, Subject and body) and listed as an attachment.
 */
public final class MessageReader {
    private final Limits limits;

    public MessageReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the message in one pass.
     *
     * @throws IOException only if the bytes themselves cannot be read
     */
    public Message read(RawMessage raw) throws IOException {
        var defects = new Defects();
        var entity = new EntityReader(limits, defects);
        HeaderSection header;
        Fingerprint fingerprint;
        try (InputStream in = raw.open()) {
            header = entity.message(in);
            fingerprint = entity.fingerprint();
        } catch (RuntimeException e) {
            // A fault of ours must cost no mail: it is archived under the fingerprint of all its octets.
            defects.add(Defect.Kind.READER_FAILED, e.toString());
            fingerprint = FingerprintBuilder.ofWhole(raw.sha256());
            header = again(raw);
        }
        return message(header, entity, fingerprint, defects);
    }

    private Message message(HeaderSection header, EntityReader entity, Fingerprint fingerprint, Defects defects) {
        try {
            return understood(header, entity, fingerprint, defects);
        } catch (RuntimeException e) {
            defects.add(Defect.Kind.READER_FAILED, e.toString());
            return found(
                    HeaderSection.EMPTY,
                    new MessageFields(HeaderSection.EMPTY, PartHeader.PLAIN_TEXT, 0, defects),
                    entity,
                    fingerprint,
                    defects);
        }
    }

    private Message understood(HeaderSection header, EntityReader entity, Fingerprint fingerprint, Defects defects) {
        PartHeader part = PartHeader.of(header, PartHeader.PLAIN, defects);
        return found(
                header, new MessageFields(header, part, limits.addresses(), defects), entity, fingerprint, defects);
    }

    private static Message found(
            HeaderSection header, MessageFields fields, EntityReader entity, Fingerprint fingerprint, Defects defects) {
        return new Message(
                header,
                fingerprint,
                fields.messageId(),
                fields.date(),
                fields.firstReceived(),
                fields.subject(),
                fields.addresses(FieldName.FROM),
                fields.addresses(FieldName.SENDER),
                fields.addresses(FieldName.REPLY_TO),
                fields.addresses(FieldName.TO),
                fields.addresses(FieldName.CC),
                fields.addresses(FieldName.BCC),
                fields.references(),
                entity.attachments(),
                entity.text(),
                entity.hasHtml(),
                defects.list());
    }

    private HeaderSection again(RawMessage raw) throws IOException {
        try (InputStream in = raw.open()) {
            return HeaderSection.read(in, limits);
        }
    }
}
