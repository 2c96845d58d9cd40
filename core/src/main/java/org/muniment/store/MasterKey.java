package org.muniment.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's key that wraps every keyring: 256 random bits, kept outside the archive's data as 64 hexadecimal
 * digits. Without it no mail can be read again.
 */
public final class MasterKey {
    private static final int BYTES = 32;
    private final SecretKey key;

    private MasterKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** Makes a new one. */
    public static MasterKey generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /**
     * Reads it from its 64 hexadecimal digits; white space around them does not count.
     *
     * @throws IllegalArgumentException if it is anything else; the message does not repeat the text
     */
    public static MasterKey parse(String hex) {
        String digits = hex.strip();
        if (digits.length() != 2 * BYTES || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException("A master key is 64 hexadecimal digits; this is something else.");
        }
        return new MasterKey(HexFormat.of().parseHex(digits));
    }

    /** Reads it from a file. */
    public static MasterKey read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " does not hold a master key: " + e.getMessage(), e);
        }
    }

    /** The 64 digits, for the one place that writes the file. */
    public String toHex() {
        return HexFormat.of().formatHex(key.getEncoded());
    }

    /**
     * A key for another purpose, by HKDF-SHA-256 (RFC 5869): the same for the same purpose, and it tells nothing of this
     * key or of that of another purpose.
     *
     * @param purpose what it is for, such as {@code muniment/second-factor/1}; never changes once something is kept by it
     */
    public SecretKey derive(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK from 25 on has HKDF-SHA256", e);
        }
    }

    SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
