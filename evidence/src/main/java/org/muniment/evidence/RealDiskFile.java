package org.muniment.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of the machine. Reads and appends have a channel each: an interrupt closes the channel it meets, and a reader
 * that is called off must break neither the writer nor the other readers, whose channel is then opened again.
 */
final class RealDiskFile implements DiskFile {
    /** The JDK keeps an off-heap buffer per thread as large as its largest transfer, so transfers are kept small. */
    private static final int TRANSFER = 128 << 10;

    private final Path path;
    private final @Nullable FileChannel appends;
    private volatile FileChannel reads;
    private volatile boolean closed;
    private long end;
    private boolean torn;
    private boolean broken;

    private RealDiskFile(Path path, @Nullable FileChannel appends, FileChannel reads) throws IOException {
        this.path = path;
        this.appends = appends;
        this.reads = reads;
        this.end = reads.size();
    }

    static RealDiskFile open(Path path, boolean append) throws IOException {
        FileChannel appends =
                append ? FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE) : null;
        try {
            return new RealDiskFile(path, appends, FileChannel.open(path, StandardOpenOption.READ));
        } catch (IOException | RuntimeException failed) {
            if (appends != null) {
                appends.close();
            }
            throw failed;
        }
    }

    @Override
    public long size() throws IOException {
        while (true) {
            FileChannel channel = reads;
            try {
                return channel.size();
            } catch (ClosedByInterruptException interrupted) {
                throw interrupted;
            } catch (ClosedChannelException gone) {
                reopen(gone);
            }
        }
    }

    @Override
    public void append(ByteBuffer... buffers) throws IOException {
        FileChannel channel = writable();
        if (torn) {
            throw new IOException(path + ": the last append failed; cut the file back before appending again");
        }
        torn = true;
        long position = end;
        for (ByteBuffer buffer : buffers) {
            position = write(channel, buffer, position);
        }
        end = position;
        torn = false;
    }

    private static long write(FileChannel channel, ByteBuffer buffer, long start) throws IOException {
        long position = start;
        int limit = buffer.limit();
        try {
            while (buffer.position() < limit) {
                buffer.limit(Math.min(limit, buffer.position() + TRANSFER));
                position += channel.write(buffer, position);
            }
        } finally {
            buffer.limit(limit);
        }
        return position;
    }

    @Override
    public void truncate(long size) throws IOException {
        FileChannel channel = writable();
        if (size < 0 || size > channel.size()) {
            throw new IllegalArgumentException(path + " has " + channel.size() + " bytes and cannot be cut to " + size);
        }
        torn = true;
        channel.truncate(size);
        end = size;
        torn = false;
    }

    @Override
    public void sync() throws IOException {
        FileChannel channel = writable();
        broken = true;
        channel.force(false);
        broken = false;
    }

    private FileChannel writable() throws IOException {
        if (appends == null) {
            throw new IOException(path + " was opened for reading only");
        }
        if (broken) {
            throw new IOException(path + ": a sync failed, so nobody knows what is on the disk; open the file again");
        }
        return appends;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        int start = into.position();
        int limit = into.limit();
        try {
            while (into.position() < limit) {
                into.limit(Math.min(limit, into.position() + TRANSFER));
                if (readSome(into, position + into.position() - start) < 0) {
                    break;
                }
            }
        } finally {
            into.limit(limit);
        }
        return into.position() - start;
    }

    private int readSome(ByteBuffer into, long position) throws IOException {
        while (true) {
            FileChannel channel = reads;
            try {
                return channel.read(into, position);
            } catch (ClosedByInterruptException interrupted) {
                throw interrupted;
            } catch (ClosedChannelException gone) {
                reopen(gone);
            }
        }
    }

    /** Another reader's interrupt closed the channel: opens it again, unless this file itself was closed. */
    private synchronized void reopen(ClosedChannelException cause) throws IOException {
        if (closed) {
            throw cause;
        }
        if (!reads.isOpen()) {
            reads = FileChannel.open(path, StandardOpenOption.READ);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try {
            reads.close();
        } finally {
            if (appends != null) {
                appends.close();
            }
        }
    }
}
