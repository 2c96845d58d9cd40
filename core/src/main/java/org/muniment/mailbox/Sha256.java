package org.muniment.mailbox;

import java.io.EOFException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests bytes, one after the other. One thread. */
final class Sha256 {
    private final MessageDigest digest;
    private final byte[] buffer = new byte[1 << 17];

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** SHA-256 of all bytes, lower-case hex. */
    String hex(Bytes bytes) throws IOException {
        return hex(bytes, 0, bytes.size());
    }

    /** SHA-256 of a stretch of bytes, lower-case hex. */
    String hex(Bytes bytes, long start, long end) throws IOException {
        if (bytes instanceof MemoryBytes memory) {
            digest.update(memory.array(), (int) start, (int) (end - start));
        } else {
            update(bytes, start, end);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void update(Bytes bytes, long start, long end) throws IOException {
        long position = start;
        while (position < end) {
            int read = bytes.read(position, buffer, 0, (int) Math.min(buffer.length, end - position));
            if (read == 0) {
                digest.reset();
                throw new EOFException("the file became shorter while it was read");
            }
            digest.update(buffer, 0, read);
            position += read;
        }
    }
}
