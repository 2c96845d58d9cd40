package org.muniment.server.uploads;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.muniment.server.database.Upload;
import org.muniment.server.database.Uploads;

/**
 * Appends to the file of one upload for one request. Bytes count once {@link #settle} or {@link #close} has synced them;
 * what a crash leaves behind them is cut off by the next writer. Thread-safe.
 */
final class UploadWriter implements Closeable {
    private final Upload upload;
    private final FileChannel file;
    private final Uploads uploads;
    private final InstantSource clock;
    private long written;
    private long held;

    UploadWriter(Upload upload, Path path, Uploads uploads, InstantSource clock) throws IOException {
        this.upload = upload;
        this.uploads = uploads;
        this.clock = clock;
        this.held = upload.held();
        this.written = held;
        this.file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.truncate(held);
        file.position(held);
    }

    /** Bytes that are still to come. */
    synchronized long left() {
        return upload.length() - written;
    }

    /** Writes; tells whether it could: not any more after {@link #close}. */
    synchronized boolean write(byte[] bytes, int length) throws IOException {
        if (!file.isOpen()) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        written += length;
        return true;
    }

    /** Makes what was written durable and tells how much there is. */
    synchronized long settle() throws IOException {
        if (file.isOpen() && written > held) {
            file.force(true);
            held = written;
            uploads.hold(upload.id(), held, clock.instant());
        }
        return held;
    }

    /** Settles, and takes nothing more. */
    @Override
    public synchronized void close() throws IOException {
        try (file) {
            settle();
        }
    }

    /** Takes nothing more, without keeping what was not settled. */
    synchronized void abandon() throws IOException {
        file.close();
    }
}
