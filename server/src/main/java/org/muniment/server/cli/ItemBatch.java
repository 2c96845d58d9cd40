package org.muniment.server.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muniment.mailbox.Item;

/**
 * Items on their way to the server, in the form of {@code application/vnd.muniment.items}: of each its header's length
 * (u32), header (JSON), length (u64) and bytes, all big-endian. Not thread-safe.
 */
final class ItemBatch implements HttpConnection.Body {
    static final String MEDIA_TYPE = "application/vnd.muniment.items";

    /** A batch is sent when it has this many items or bytes; a larger item goes alone. */
    static final int MOST_ITEMS = 256;

    static final int MOST_BYTES = 4 << 20;

    private static final int LONGEST_PATH = 2_000;

    private final List<Label> labels = new ArrayList<>(MOST_ITEMS);
    private byte[] buffer = new byte[1 << 20];
    private int length;

    /** Which item it was, for the report. */
    record Label(String path, String position) {}

    boolean isEmpty() {
        return labels.isEmpty();
    }

    boolean hasRoomFor(Item item) {
        return labels.size() < MOST_ITEMS && length + item.size() <= MOST_BYTES;
    }

    List<Label> labels() {
        return labels;
    }

    /**
     * Adds an item with all its bytes.
     *
     * @throws IOException if it cannot be read; the batch is then as before
     */
    void add(Item item) throws IOException {
        int before = length;
        byte[] head = head(item);
        int size = (int) item.size();
        reserve(head.length + size);
        System.arraycopy(head, 0, buffer, length, head.length);
        length += head.length;
        try (InputStream in = item.open()) {
            if (in.readNBytes(buffer, length, size) < size) {
                throw new EOFException("the file became shorter while it was read");
            }
        } catch (IOException e) {
            length = before;
            throw e;
        }
        length += size;
        labels.add(label(item));
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, length);
    }

    static Label label(Item item) {
        return new Label(item.path(), item.position());
    }

    /** What stands before the bytes of an item. */
    static byte[] head(Item item) {
        byte[] header = new JsonText()
                .put("container_sha256", item.containerSha256())
                .put("position", item.position())
                .put("path", tail(item.path()))
                .put("read_sha256", item.readSha256())
                .bytes();
        return ByteBuffer.allocate(4 + header.length + 8)
                .putInt(header.length)
                .put(header)
                .putLong(item.size())
                .array();
    }

    /** The path is for people; of one that is too long the end says more than the beginning. */
    private static String tail(String path) {
        return path.length() <= LONGEST_PATH ? path : "…" + path.substring(path.length() - LONGEST_PATH);
    }
}
