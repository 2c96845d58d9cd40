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
 */
public record MessageView(
        String id,
        Instant archived,
        Instant sent,
        long size,
        String sha256,
        String keptUntil,
        Message message,
        List<Sighting> sightings) {

    public MessageView {
        sightings = List.copyOf(sightings);
    }

    /**
     * One copy as one source gave it.
     *
     * @param id of its record; that of the message itself for the first
     * @param sha256 of its bytes, lower-case hex
     */
    public record Sighting(String id, Provenance provenance, Envelope envelope, long size, String sha256) {}
}
