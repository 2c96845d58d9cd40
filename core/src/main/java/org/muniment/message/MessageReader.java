package org.muniment.message;

import java.io.IOException;

/**
 * Reads a mail as far as it can be read.
 *
 * <p>Bad mail is not an error: whatever a stranger sent, {@link #read} returns a message, with defects where something
 * was wrong. Memory is bounded by the {@link Limits}, not by the size of the mail. Thread-safe.
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
        try (var in = raw.open()) {
            throw new IOException("not yet: " + in.available() + " bytes, " + limits);
        }
    }
}
