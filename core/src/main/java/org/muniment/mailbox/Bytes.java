package org.muniment.mailbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Bytes that can be read at any place: of a file, or of what came out of an archive. One thread at a time.
 */
interface Bytes extends Closeable {

    /** The number of bytes, as it was at the beginning. */
    long size();

    /**
     * Reads at a place, as much as there is room for unless the end comes first.
     *
     * @return how many bytes were read, 0 at the end
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** The same bytes for libraries that want a channel. Closed with this. */
    SeekableByteChannel channel() throws IOException;

    /** The first bytes, at most this many. */
    default byte[] head(int length) throws IOException {
        byte[] head = new byte[(int) Math.min(length, size())];
        int read = read(0, head, 0, head.length);
        return read == head.length ? head : Arrays.copyOf(head, read);
    }
}
