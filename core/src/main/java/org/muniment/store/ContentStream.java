package org.muniment.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.muniment.evidence.DiskFile;

/** Reads a content file chunk by chunk; whatever differs from what was written ends it with an exception. */
final class ContentStream extends InputStream {
    private final DiskFile file;
    private final Path path;
    private final byte[] id;
    private final SecretKey key;
    private final long size;
    private final byte[] sha256;
    private final MessageDigest digest = Digests.fresh();
    private long at = ContentFormat.HEADER;
    private int index;
    private long read;
    private byte[] chunk = {};
    private int next;
    private boolean last;

    ContentStream(DiskFile file, Path path, byte[] id, SecretKey key, long size, byte[] sha256) throws IOException {
        this.file = file;
        this.path = path;
        this.id = id;
        this.key = key;
        this.size = size;
        this.sha256 = sha256;
        try {
            checkHeader();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void checkHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(ContentFormat.HEADER);
        file.read(header, 0);
        if (!header.flip().equals(ContentFormat.header(id))) {
            throw new CorruptVolumeException(path, 0, "the header is not that of this content");
        }
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? chunk[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - next);
        System.arraycopy(chunk, next, into, offset, count);
        next += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - next;
    }

    private boolean hasMore() throws IOException {
        while (next == chunk.length) {
            if (last) {
                return false;
            }
            readChunk();
        }
        return true;
    }

    private void readChunk() throws IOException {
        int word = readWord();
        int length = word & ContentFormat.LENGTH_MASK;
        if (length < AesGcm.TAG || length > ContentFormat.CHUNK + AesGcm.TAG) {
            throw new CorruptVolumeException(path, at, "the length of chunk " + index + " cannot be");
        }
        ByteBuffer sealed = ByteBuffer.allocate(length);
        if (file.read(sealed, at + 4) != length) {
            throw new CorruptVolumeException(path, at, "the file ends within chunk " + index);
        }
        chunk = decrypt(sealed.array(), word);
        next = 0;
        last = (word & ContentFormat.LAST) != 0;
        digest.update(chunk);
        read += chunk.length;
        at += 4 + length;
        index++;
        if (last) {
            checkEnd();
        }
    }

    private int readWord() throws IOException {
        ByteBuffer word = ByteBuffer.allocate(4);
        if (file.read(word, at) != 4) {
            throw new CorruptVolumeException(path, at, "the file ends before its last chunk");
        }
        return word.getInt(0);
    }

    private byte[] decrypt(byte[] sealed, int word) throws IOException {
        try {
            byte[] plain = AesGcm.decrypt(
                    key,
                    ContentFormat.nonce(index),
                    ContentFormat.associatedData(id, index, word),
                    sealed,
                    0,
                    sealed.length);
            return (word & ContentFormat.PACKED) == 0 ? plain : Compression.unpack(plain, ContentFormat.CHUNK);
        } catch (AEADBadTagException e) {
            throw new CorruptVolumeException(path, at, "the tag of chunk " + index + " differs");
        }
    }

    private void checkEnd() throws IOException {
        if (file.size() != at) {
            throw new CorruptVolumeException(path, at, "bytes stand behind the last chunk");
        }
        if (read != size || !Arrays.equals(digest.digest(), sha256)) {
            throw new CorruptVolumeException(path, 0, "size or SHA-256 differs from what the record says");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
