package org.muniment.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One open file that grows at its end only. It keeps its name while it is open.
 *
 * <p>One thread appends, truncates and syncs; it must not be interrupted while it does, for an interrupt breaks the
 * file like a failed write. Any number of threads may read meanwhile; a reader that is interrupted fails alone.
 */
public interface DiskFile extends Closeable {

    /** The bytes in the file at this moment, synced or not. */
    long size() throws IOException;

    /**
     * Appends all that remains in the buffers, in their order. When it fails, part of the bytes may stand at the end
     * of the file, and nothing more can be appended before {@link #truncate}.
     */
    void append(ByteBuffer... buffers) throws IOException;

    /** Cuts the file to a size that it has at least; durable after {@link #sync}. */
    void truncate(long size) throws IOException;

    /**
     * Returns when every byte appended before, and the length, would outlast a crash. When it fails nobody knows which
     * bytes are on the disk, and a second call could claim success for bytes that were dropped: the file can then only
     * be read and closed.
     */
    void sync() throws IOException;

    /**
     * Fills the buffer from a position on; returns the bytes read, fewer than there was room for only at the end of
     * the file, 0 at and behind it.
     */
    int read(ByteBuffer into, long position) throws IOException;
}
