package org.muniment.evidence;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * SHA-256 as the Merkle tree of RFC 9162 section 2.1.1 uses it: leaves and nodes are hashed behind different first
 * bytes, so that no node can pass for a leaf. Allocates nothing per hash. Not thread-safe.
 */
final class Sha256 {
    static final int BYTES = 32;

    private static final byte NODE = 0x01;
    private static final ThreadLocal<Sha256> OF_THREAD = ThreadLocal.withInitial(Sha256::new);

    private final MessageDigest digest;
    private final byte[] node = new byte[1 + 2 * BYTES];

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        node[0] = NODE;
    }

    /** The one of the calling thread; looking up a provider costs more than hashing a leaf. */
    static Sha256 ofThread() {
        return OF_THREAD.get();
    }

    byte[] hash(byte[] bytes) {
        return digest.digest(bytes);
    }

    byte[] hash(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Hashes the 32 bytes at {@code left} and those at {@code right} to {@code to}, which may lie over either. */
    void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] to, int toAt) {
        System.arraycopy(left, leftAt, node, 1, BYTES);
        System.arraycopy(right, rightAt, node, 1 + BYTES, BYTES);
        digest.update(node, 0, node.length);
        try {
            digest.digest(to, toAt, BYTES);
        } catch (DigestException tooShort) {
            throw new IllegalArgumentException("no room for 32 bytes at " + toAt, tooShort);
        }
    }

    byte[] node(byte[] left, byte[] right) {
        byte[] parent = new byte[BYTES];
        node(left, 0, right, 0, parent, 0);
        return parent;
    }

    /** The root over {@code count} hashes, a power of two, that lie one after the other from hash {@code first} on. */
    byte[] subtree(byte[] hashes, int first, int count) {
        byte[] level = new byte[count * BYTES];
        System.arraycopy(hashes, first * BYTES, level, 0, level.length);
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width; i += 2) {
                node(level, i * BYTES, level, (i + 1) * BYTES, level, i / 2 * BYTES);
            }
        }
        return count == 1 ? level : Arrays.copyOf(level, BYTES);
    }
}
