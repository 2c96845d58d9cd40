package org.muniment.server.testing;

import java.io.ByteArrayOutputStream;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** Takes mail in memory. */
final class MemorySpool implements Spool {

    @Override
    public Intake begin() {
        return new Memory();
    }

    private static final class Memory extends Intake {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public RawMessage finish() {
            return new MemoryMessage(bytes.toByteArray());
        }

        @Override
        public void close() {
            // Memory needs no release.
        }
    }
}
