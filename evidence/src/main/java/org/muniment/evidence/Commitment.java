package org.muniment.evidence;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds a leaf to a record without telling anything about it: HMAC-SHA-256 under the record's own random salt, which
 * lies in the encrypted payload and ends with its key. Whoever has the salt can show what was archived; without it
 * nobody can test a guess. Thread-safe.
 */
public final class Commitment {
    /** Bytes of a commitment. */
    public static final int BYTES = Sha256.BYTES;

    /** Bytes of a salt. */
    public static final int SALT_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** Not of a thread: there may be a thread for every mail, and looking the algorithm up costs more than using it. */
    private static final ConcurrentLinkedDeque<Mac> IDLE = new ConcurrentLinkedDeque<>();

    private Commitment() {}

    /**
     * The commitment to a record: HMAC(salt, length of {@code meta} as 4 bytes big-endian, {@code meta}, SHA-256 of the
     * original).
     *
     * @param salt 32 random bytes, never used for two records
     * @param meta the record's envelope and whatever else belongs to it, in the canonical form of its kind
     * @param originalSha256 32 bytes
     */
    public static byte[] of(byte[] salt, byte[] meta, byte[] originalSha256) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        MerkleTree.requireHash(originalSha256);
        Mac pooled = IDLE.pollFirst();
        Mac mac = pooled != null ? pooled : newMac();
        try {
            mac.init(new SecretKeySpec(salt, ALGORITHM));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes any key", impossible);
        }
        mac.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(meta.length).array()); // else meta could run into the digest
        mac.update(meta);
        byte[] commitment = mac.doFinal(originalSha256);
        IDLE.addFirst(mac);
        return commitment;
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
