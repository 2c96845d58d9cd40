package org.muniment.archive;

import java.time.Instant;
import java.util.List;
import org.muniment.message.Envelope;
import org.muniment.message.Message;

/**
 * One archived message as a reader is shown it.
 *
 * @param id {@code <writer>-<number>}
 * @param archived when it was archived
 * @param sent when it was sent, as far as that can be believed
 * @param size bytes of the original
 * @param sha256 of the original, lower-case hex
 * @param keptUntil the due day as ISO date
 * @param sightings every copy, the first is the one that was archived
 * @param heads the first bytes of the attachments in their order, at most {@link #HEAD_BYTES} of each and at most
 *     {@link #MOST_HEADS}, to tell what they are; none of a message inside the mail, and none where only a list is made
 */
public record MessageView(
        String id,
        Instant archived,
        Instant sent,
        long size,
        String sha256,
        String keptUntil,
        Message message,
        List<Sighting> sightings,
        List<byte[]> heads) {
    /** Bytes of the beginning of one attachment. */
    public static final int HEAD_BYTES = 4 << 10;

    /** Attachments whose beginning is looked at. */
    public static final int MOST_HEADS = 50;

    public MessageView {
        sightings = List.copyOf(sightings);
        heads = List.copyOf(heads);
    }

    /**
     * One copy as one source gave it.
     *
     * @param id of its record; that of the message itself for the first
     * @param sha256 of its bytes, lower-case hex
     */
    public record Sighting(String id, Provenance provenance, Envelope envelope, long size, String sha256) {}
}
