package org.muniment.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;
import org.muniment.store.MasterKey;

/**
 * Seals what the database must keep but must not tell: AES-256-GCM under a key that is derived from the master key for one
 * purpose, bound to whom it belongs to. Who has the database alone can neither read it nor put another's in its place.
 * Thread-safe.
 */
public final class SecretBox {
    /** In front of everything sealed, so that another way of sealing can be told apart later. */
    private static final String VERSION = "1.";

    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKeyFile file;
    private final Purpose purpose;
    private @Nullable Keys keys;

    /** What is sealed; that of one purpose cannot be opened as that of another. Their keys never change. */
    public enum Purpose {
        /** Secrets of authenticator apps, and digests of recovery codes. */
        SECOND_FACTOR,
        /** Passwords for directory servers. */
        DIRECTORY_SYNC;

        private Keys keys(MasterKey master) throws GeneralSecurityException {
            return switch (this) {
                case SECOND_FACTOR ->
                    new Keys(
                            master.derive("muniment/second-factor/seal/1"),
                            master.derive("muniment/second-factor/hash/1"));
                // Passwords were sealed under a plain HMAC before there was another way; they stay readable.
                case DIRECTORY_SYNC ->
                    new Keys(
                            new SecretKeySpec(
                                    hmac(HexFormat.of().parseHex(master.toHex()), "muniment/directory-sync/1"), "AES"),
                            master.derive("muniment/directory-sync/hash/1"));
            };
        }
    }

    private record Keys(SecretKey sealing, SecretKey hashing) {

        /** Without the keys, so that no log ever shows them. */
        @Override
        public String toString() {
            return "Keys";
        }
    }

    /** The key is read when it is first needed: before the set-up there is none. */
    public SecretBox(MasterKeyFile file, Purpose purpose) {
        this.file = file;
        this.purpose = purpose;
    }

    private synchronized Keys keys() throws GeneralSecurityException {
        Keys known = keys;
        if (known == null) {
            try {
                known = purpose.keys(file.read());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keys = known;
        }
        return known;
    }

    /**
     * Seals a secret of somebody.
     *
     * @throws UncheckedIOException if the master key cannot be read
     */
    public String seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return VERSION + Base64.getEncoder().encodeToString(both);
    }

    /** Seals a text. */
    public String seal(String secret, String owner) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), owner);
    }

    /**
     * Opens it again.
     *
     * @throws UncheckedIOException if it was sealed for somebody else or another purpose, under another master key, or
     *     changed; or if the master key cannot be read
     */
    public byte[] open(String sealed, String owner) {
        if (!sealed.startsWith(VERSION)) {
            throw closed("this secret was sealed by a newer version", null);
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length),
                owner);
    }

    /** Opens a text again. */
    public String text(String sealed, String owner) {
        return new String(open(sealed, owner), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys().sealing(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw closed("a sealed secret cannot be opened; is the master key the one it was sealed with?", e);
        }
    }

    private static UncheckedIOException closed(String sentence, @Nullable Throwable cause) {
        return new UncheckedIOException(new IOException(sentence, cause));
    }

    /** A digest that nobody can compute without the master key: short codes cannot be guessed from it. */
    public String hash(String code, String owner) {
        try {
            return HexFormat.of().formatHex(hmac(keys().hashing().getEncoded(), owner + "\0" + code));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + HMAC, e);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SecretBox[" + purpose + "]";
    }
}
