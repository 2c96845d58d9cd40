package org.muniment.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, from a pool. Thread-safe. */
final class Digests {
    private static final Pool<MessageDigest> SHA256 = new Pool<>(Digests::fresh);
    private static final byte[] OF_NOTHING = sha256(new byte[0]);

    private Digests() {}

    /** One for a caller that keeps it while it reads a stream. */
    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        MessageDigest digest = SHA256.take();
        byte[] out = digest.digest(bytes);
        SHA256.give(digest);
        return out;
    }

    /** SHA-256 of no bytes at all. */
    static byte[] ofNothing() {
        return OF_NOTHING;
    }
}
