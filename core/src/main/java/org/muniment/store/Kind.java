package org.muniment.store;

/** The kinds of record. Codes are part of the format and never change; readers pass over kinds they do not know. */
public enum Kind {
    /** A message: envelope and source as meta, the original as content. */
    MESSAGE(1),
    /** Another copy of a message: how it came as meta, its own bytes as content. */
    SIGHTING(2),
    /** What became of a mail that was not kept, or of one that could not be. */
    DISPOSITION(3),
    /** An entry of the archive log. */
    LOG_ENTRY(4),
    /** The end of a record at its due day. Reserved: nothing writes it yet. */
    TOMBSTONE(5);

    private static final Kind[] BY_CODE = {null, MESSAGE, SIGHTING, DISPOSITION, LOG_ENTRY, TOMBSTONE};

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /** The code in frames and leaves. */
    public int code() {
        return code;
    }

    /** Whether a key of the due day protects it; the archive log has a key of its own. */
    boolean hasDueDay() {
        return this != LOG_ENTRY;
    }

    static Kind of(int code) throws FormatTooNewException {
        if (code <= 0 || code >= BY_CODE.length) {
            throw new FormatTooNewException("record kind " + code);
        }
        return BY_CODE[code];
    }
}
