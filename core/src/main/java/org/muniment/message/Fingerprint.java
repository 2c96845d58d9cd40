package org.muniment.message;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What makes two copies the same message: a SHA-256 over the canonical header fields and body parts, defined byte by
 * byte in {@code docs/formats/fingerprint.md}. Trace fields do not count, so a copy that took another way is the same
 * message; another text, recipient list or attachment is another one.
 */
public final class Fingerprint {
    private final byte[] digest;

    /** Takes the 32 bytes over. */
    public Fingerprint(byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("a fingerprint has 32 bytes, not " + digest.length);
        }
        this.digest = digest;
    }

    /** The 32 bytes; the caller must not change the array. */
    public byte[] bytes() {
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest);
    }
}
