package org.muniment.server.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals passwords for other servers that the database has to keep: AES-256-GCM under a key that is derived from the master
 * key for one purpose, bound to an owner. Who has the database alone can neither read one nor put another's in its place.
 * Thread-safe.
 */
public final class SecretSeal {
    /** In front of everything sealed, so that another way of sealing can be told apart later. */
    private static final String VERSION = "1.";

    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKeyFile file;
    private final String purpose;

    /**
     * @param purpose which secrets these are: those of one purpose cannot be opened as those of another
     */
    public SecretSeal(MasterKeyFile file, String purpose) {
        this.file = file;
        this.purpose = purpose;
    }

    /** Seals a secret. */
    public String seal(String secret, String owner) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), owner);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return VERSION + Base64.getEncoder().encodeToString(both);
    }

    /**
     * Opens it again.
     *
     * @throws IOException if it was sealed for another owner or purpose, under another master key, or changed
     */
    public String open(String sealed, String owner) throws IOException {
        if (!sealed.startsWith(VERSION)) {
            throw new IOException("a password was sealed by a newer version");
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
        byte[] text = run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length),
                owner);
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IOException("a password cannot be opened; is the master key the one it was sealed with?", e);
        }
    }

    private SecretKey key() throws IOException, GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(file.read().toHex()), MAC));
        return new SecretKeySpec(mac.doFinal(("muniment/" + purpose + "/1").getBytes(StandardCharsets.UTF_8)), "AES");
    }

    @Override
    public String toString() {
        return "SecretSeal[" + purpose + "]";
    }
}
