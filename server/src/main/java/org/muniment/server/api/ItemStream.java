package org.muniment.server.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the items of one import request, one after the other:
 *
 * <pre>
 * u32  length of the header, big-endian, at most 64 KiB
 * ...  header, JSON in UTF-8: {@link ItemHeader}
 * u64  length of the mail, big-endian
 * ...  the mail
 * </pre>
 *
 * <p>Zero or more of them, at most 1,000. What breaks the format ends the request with a problem that names the item.
 * Not thread-safe.
 */
final class ItemStream {
    static final String MEDIA_TYPE = "application/vnd.muniment.items";

    private static final int MOST_HEADER_BYTES = 64 << 10;
    private static final int MOST_ITEMS = 1_000;
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final JsonMapper json;
    private final byte[] buffer = new byte[BUFFER];
    private int items;
    private long left;

    ItemStream(InputStream in, JsonMapper json) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.json = json;
    }

    /**
     * The header of the next item; {@code null} at the end. The bytes of the one before must have been taken.
     *
     * @throws IOException if the client is gone
     */
    @Nullable
    ItemHeader next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        items++;
        if (items > MOST_ITEMS) {
            throw broken(Message.of("item.too-many", MOST_ITEMS));
        }
        int length = first << 24 | fixed(3).getInt(0) >>> 8;
        if (length < 2 || length > MOST_HEADER_BYTES) {
            throw broken(Message.of("item.header-length", Integer.toUnsignedString(length), 2, MOST_HEADER_BYTES));
        }
        ItemHeader header = header(in.readNBytes(length), length);
        left = fixed(8).getLong(0);
        if (left < 0) {
            throw broken(Message.of("item.length"));
        }
        return header;
    }

    /** Bytes of the current item that have not been taken. */
    long left() {
        return left;
    }

    /** Copies the bytes of the current item. What the other side throws is its own; see {@link #next} for ours. */
    void copyTo(OutputStream out) throws IOException {
        while (left > 0) {
            int count = chunk();
            out.write(buffer, 0, count);
        }
    }

    /** Passes over the rest of the current item. */
    void skip() throws IOException {
        while (left > 0) {
            chunk();
        }
    }

    private int chunk() throws IOException {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
            left = 0;
            throw broken(Message.of("item.cut-off"));
        }
        left -= count;
        return count;
    }

    /** The next few bytes, in front of zeros. */
    private ByteBuffer fixed(int count) throws IOException {
        byte[] bytes = new byte[8];
        if (in.readNBytes(bytes, 0, count) < count) {
            throw broken(Message.of("item.cut-off"));
        }
        return ByteBuffer.wrap(bytes);
    }

    private ItemHeader header(byte[] bytes, int length) throws IOException {
        if (bytes.length < length) {
            throw broken(Message.of("item.cut-off"));
        }
        ItemHeader header = parsed(bytes);
        if (header == null) {
            throw broken(Message.of("item.header-empty"));
        }
        Optional<Message> fault = header.fault();
        if (fault.isPresent()) {
            throw broken(fault.get());
        }
        return header;
    }

    private @Nullable ItemHeader parsed(byte[] bytes) {
        try {
            return json.readValue(bytes, ItemHeader.class);
        } catch (JacksonException e) {
            throw broken(Message.of("item.header-unreadable", Problems.json(e).detail()));
        }
    }

    private ProblemException broken(Message what) {
        return Problem.of(ProblemCode.INVALID_REQUEST, Message.of("item.broken", items, what))
                .exception();
    }
}
