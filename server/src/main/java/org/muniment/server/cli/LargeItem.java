package org.muniment.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.muniment.mailbox.Item;

/** One item that is too large for a batch, read while it is sent. */
final class LargeItem implements HttpConnection.Body {
    private static final int BUFFER = 1 << 16;

    private final Item item;
    private final byte[] head;

    LargeItem(Item item) {
        this.item = item;
        this.head = ItemBatch.head(item);
    }

    @Override
    public long length() {
        return head.length + item.size();
    }

    /**
     * @throws UnreadableItemException if the item cannot be read; any other failure is the connection's
     */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(head);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = opened()) {
            for (long left = item.size(); left > 0; ) {
                int read = read(in, buffer, (int) Math.min(buffer.length, left));
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private InputStream opened() throws UnreadableItemException {
        try {
            return item.open();
        } catch (IOException e) {
            throw new UnreadableItemException(e);
        }
    }

    private static int read(InputStream in, byte[] buffer, int length) throws UnreadableItemException {
        try {
            int read = in.read(buffer, 0, length);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            return read;
        } catch (IOException e) {
            throw new UnreadableItemException(e);
        }
    }
}
