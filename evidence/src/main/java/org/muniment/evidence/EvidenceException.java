package org.muniment.evidence;

import java.io.IOException;

/**
 * Something that should prove the archive's integrity does not: a tile, checkpoint, signature or proof is damaged,
 * missing or contradicts another. Trying again does not help; the message names what is wrong and where.
 */
public final class EvidenceException extends IOException {
    private static final long serialVersionUID = 1L;

    /** States in one sentence what contradicts what. */
    public EvidenceException(String message) {
        super(message);
    }
}
