package org.muniment.archive;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Meta.Tag;
import org.muniment.message.Envelope;

/**
 * How one copy of a message came: what the meta of a message or sighting record says.
 *
 * @param fingerprint of the message, 32 bytes; {@code null} for a sighting, which has its message's
 * @param sent when it was sent, as far as that could be believed when it was archived
 * @param messageId the Message-ID, or {@code null}
 * @param message the message a sighting belongs to, {@code <writer>-<number>}; {@code null} for the message itself
 */
@SuppressWarnings("ArrayRecordComponent") // encoded and decoded only
record Copy(
        Provenance provenance,
        Envelope envelope,
        byte @Nullable [] fingerprint,
        Instant sent,
        @Nullable String messageId,
        @Nullable String message) {

    byte[] encode() {
        Meta meta = new Meta()
                .text(Tag.SOURCE, provenance.source())
                .number(Tag.RECEIVED, provenance.received().toEpochMilli())
                .text(Tag.REVERSE_PATH, envelope.reversePath());
        envelope.recipients().forEach(recipient -> meta.text(Tag.RECIPIENT, recipient));
        meta.text(Tag.CLIENT, envelope.client())
                .text(Tag.HELO, envelope.helo())
                .text(Tag.PROTOCOL, envelope.protocol());
        Provenance.Item item = provenance.item();
        if (item != null) {
            meta.text(Tag.CONTAINER, item.containerSha256())
                    .text(Tag.POSITION, item.position())
                    .text(Tag.PATH, item.path())
                    .text(Tag.READ_DIGEST, item.readSha256());
        }
        if (provenance.forced()) {
            meta.number(Tag.FORCED, 1);
        }
        return meta.bytes(Tag.FINGERPRINT, fingerprint)
                .number(Tag.SENT, sent.toEpochMilli())
                .text(Tag.MESSAGE, message)
                .text(Tag.MESSAGE_ID, messageId)
                .encode();
    }

    static Copy decode(byte[] encoded) {
        Meta meta = Meta.decode(encoded);
        Provenance provenance = new Provenance(
                meta.required(Tag.SOURCE),
                Instant.ofEpochMilli(meta.number(Tag.RECEIVED)),
                item(meta),
                meta.number(Tag.FORCED) == 1);
        Envelope envelope = new Envelope(
                meta.text(Tag.REVERSE_PATH),
                meta.texts(Tag.RECIPIENT),
                meta.text(Tag.CLIENT),
                meta.text(Tag.HELO),
                meta.text(Tag.PROTOCOL));
        return new Copy(
                provenance,
                envelope,
                meta.bytes(Tag.FINGERPRINT),
                Instant.ofEpochMilli(meta.number(Tag.SENT)),
                meta.text(Tag.MESSAGE_ID),
                meta.text(Tag.MESSAGE));
    }

    private static Provenance.@Nullable Item item(Meta meta) {
        String container = meta.text(Tag.CONTAINER);
        return container == null
                ? null
                : new Provenance.Item(
                        container,
                        Objects.requireNonNullElse(meta.text(Tag.POSITION), "0"),
                        Objects.requireNonNullElse(meta.text(Tag.PATH), ""),
                        meta.text(Tag.READ_DIGEST));
    }
}
