package org.muniment.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.muniment.mailbox.Item;

/** The bytes of a mail in a file; that the file cannot be read is told apart from whatever the other side throws. */
record ItemBytes(Item item) implements ItemIntake.Source {
    private static final int BUFFER = 64 << 10;

    @Override
    public void copyTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            byte[] buffer = new byte[Math.clamp(item.size(), 1, BUFFER)];
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    private InputStream open() throws UnreadableItemException {
        try {
            return item.open();
        } catch (IOException e) {
            throw new UnreadableItemException(e);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws UnreadableItemException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new UnreadableItemException(e);
        }
    }
}
