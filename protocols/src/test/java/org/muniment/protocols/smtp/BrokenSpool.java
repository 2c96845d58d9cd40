package org.muniment.protocols.smtp;

import java.io.IOException;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** A spool that cannot write. */
final class BrokenSpool implements Spool {
    private final IOException reason;

    BrokenSpool(IOException reason) {
        this.reason = reason;
    }

    @Override
    public Intake begin() {
        return new Intake() {
            @Override
            public void write(int b) throws IOException {
                throw reason;
            }

            @Override
            public long size() {
                return 0;
            }

            @Override
            public RawMessage finish() throws IOException {
                throw reason;
            }

            @Override
            public void close() {
                // There is nothing to discard.
            }
        };
    }
}
