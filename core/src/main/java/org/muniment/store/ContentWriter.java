package org.muniment.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;

/**
 * Writes large content while it arrives, one chunk in memory at a time. Closed before {@link #finish} it leaves
 * nothing. Not thread-safe.
 */
public final class ContentWriter extends OutputStream {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Disk disk;
    private final Path folder;
    private final long reserve;
    private final byte[] id = random(ContentFormat.ID);
    private final byte[] key = random(32);
    private final SecretKey secretKey = new SecretKeySpec(key, "AES");
    private final MessageDigest digest = Digests.fresh();
    private final DiskFile file;
    private final byte[] chunk = new byte[ContentFormat.CHUNK];
    private int filled;
    private int index;
    private long size;
    private boolean finished;
    private boolean closed;

    ContentWriter(Disk disk, Path folder, long reserve) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.reserve = reserve;
        this.file = disk.openForAppend(ContentFormat.pending(folder, id));
        file.append(ContentFormat.header(id));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Bytes taken so far. */
    public long size() {
        return size;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        size += length;
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) {
                writeChunk(0);
            }
            int take = Math.min(length - done, chunk.length - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, take);
            filled += take;
            done += take;
        }
    }

    private void writeChunk(int last) throws IOException {
        if (disk.usableSpace(folder) < ContentFormat.CHUNK + reserve) {
            throw StoreFullException.at(folder);
        }
        byte[] packed = Compression.pack(chunk, filled);
        boolean smaller = packed.length < filled;
        byte[] plain = smaller ? packed : chunk;
        int length = smaller ? packed.length : filled;
        int word = last | (smaller ? ContentFormat.PACKED : 0) | (length + AesGcm.TAG);
        byte[] sealed = AesGcm.encrypt(
                secretKey, ContentFormat.nonce(index), ContentFormat.associatedData(id, index, word), plain, length);
        file.append(ByteBuffer.allocate(4).putInt(word).flip(), ByteBuffer.wrap(sealed));
        index++;
        filled = 0;
    }

    /** Ends it; its bytes are durable at return, its name when a record takes it over. */
    public LargeContent finish() throws IOException {
        writeChunk(ContentFormat.LAST);
        file.sync();
        finished = true;
        file.close();
        return new LargeContent(disk, folder, id, key, size, digest.digest());
    }

    @Override
    public void close() throws IOException {
        if (!finished && !closed) {
            closed = true;
            file.close();
            disk.delete(ContentFormat.pending(folder, id));
        }
    }
}
