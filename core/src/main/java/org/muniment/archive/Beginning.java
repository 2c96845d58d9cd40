package org.muniment.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.muniment.message.RawMessage;
import org.muniment.store.Content;

/**
 * The first bytes of a message as if they were all of it. What is read of them is what the whole message begins with.
 *
 * @param most how many at most
 */
record Beginning(Content content, long most) implements RawMessage {

    /** Whether there is more than this. */
    boolean isCut() {
        return content.size() > most;
    }

    @Override
    public long size() {
        return Math.min(content.size(), most);
    }

    @Override
    public byte[] sha256() {
        return content.sha256(); // names the message; nobody compares it with these bytes
    }

    @Override
    public InputStream open() throws IOException {
        return new Limited(content.open(), most);
    }

    @Override
    public void close() {
        // It belongs to the store.
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int off, int len) throws IOException {
            if (left == 0 && len > 0) {
                return -1;
            }
            int read = in.read(target, off, (int) Math.min(len, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
