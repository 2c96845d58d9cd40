package org.muniment.protocols.smtp;

import java.io.ByteArrayOutputStream;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** Keeps messages in memory. */
final class MemorySpool implements Spool {

    @Override
    public Intake begin() {
        return new MemoryIntake();
    }

    private static final class MemoryIntake extends Intake {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
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
            bytes.reset();
        }
    }
}
