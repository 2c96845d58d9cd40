package org.muniment.archive;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Meta.Tag;
import org.muniment.message.Envelope;
import org.muniment.message.Label;

/**
 * How one copy of a message came: what the meta of a message or sighting record says.
 *
 * @param fingerprint of the message, 32 bytes; {@code null} for a sighting, which has its message's
 * @param sent when it was sent, as far as that could be believed when it was archived
 * @param messageId the Message-ID, or {@code null}
 * @param message the message a sighting belongs to, {@code <writer>-<number>}; {@code null} for the message itself
 * @param labels what kind of mail it says it is; none in records of before there were labels
 * @param rules the rules that took part; none in records of before they were noted
 */
@SuppressWarnings("ArrayRecordComponent") // encoded and decoded only
record Copy(
        Provenance provenance,
        Envelope envelope,
        byte @Nullable [] fingerprint,
        Instant sent,
        @Nullable String messageId,
        @Nullable String message,
        Set<Label> labels,
        Set<Rule> rules) {

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
        meta.bytes(Tag.FINGERPRINT, fingerprint)
                .number(Tag.SENT, sent.toEpochMilli())
                .text(Tag.MESSAGE, message)
                .text(Tag.MESSAGE_ID, messageId);
        labels.forEach(label -> meta.text(Tag.LABEL, label.key()));
        rules.forEach(rule -> meta.number(Tag.RULE_NUMBER, rule.number()));
        provenance.facts().encode(meta);
        return meta.encode();
    }

    static Copy decode(byte[] encoded) {
        Meta meta = Meta.decode(encoded);
        Provenance provenance = new Provenance(
                meta.required(Tag.SOURCE),
                Instant.ofEpochMilli(meta.number(Tag.RECEIVED)),
                item(meta),
                meta.number(Tag.FORCED) == 1,
                Facts.decode(meta));
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
                meta.text(Tag.MESSAGE),
                labels(meta),
                rules(meta));
    }

    /** Labels and rules of a later version are passed over. */
    private static Set<Label> labels(Meta meta) {
        List<String> keys = meta.texts(Tag.LABEL);
        if (keys.isEmpty()) {
            return Set.of();
        }
        EnumSet<Label> labels = EnumSet.allOf(Label.class);
        labels.removeIf(label -> !keys.contains(label.key()));
        return labels;
    }

    static Set<Rule> rules(Meta meta) {
        EnumSet<Rule> rules = EnumSet.noneOf(Rule.class);
        meta.numbers(Tag.RULE_NUMBER).forEach(number -> Rule.numbered(number).ifPresent(rules::add));
        return rules.isEmpty() ? Set.of() : rules;
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
