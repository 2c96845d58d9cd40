package org.muniment.server.factors;

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
import org.muniment.server.home.MasterKeyFile;
import org.muniment.store.MasterKey;

/**
 * Seals what the database must keep but must not tell: AES-256-GCM under a key that is derived from the master key, bound
 * to whom it belongs to. Who has the database alone can neither read it nor put another's in its place. Thread-safe.
 */
public final class SecretBox {
    /** In front of everything sealed, so that another way of sealing can be told apart later. */
    private static final String VERSION = "1.";

    private static final String SEALING = "muniment/second-factor/seal/1";
    private static final String HASHING = "muniment/second-factor/hash/1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKeyFile file;
    private @Nullable Keys keys;

    private record Keys(SecretKey sealing, SecretKey hashing) {}

    /** The key is read when it is first needed: before the set-up there is none. */
    public SecretBox(MasterKeyFile file) {
        this.file = file;
    }

    private synchronized Keys keys() {
        Keys known = keys;
        if (known == null) {
            known = read();
            keys = known;
        }
        return known;
    }

    private Keys read() {
        try {
            MasterKey master = file.read();
            return new Keys(master.derive(SEALING), master.derive(HASHING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals a secret of somebody. */
    String seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return VERSION + Base64.getEncoder().encodeToString(both);
    }

    /**
     * Opens it again.
     *
     * @throws IllegalStateException if it was sealed for somebody else, under another master key, or changed
     */
    byte[] open(String sealed, String owner) {
        if (!sealed.startsWith(VERSION)) {
            throw new IllegalStateException("this secret was sealed by a newer version");
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length),
                owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys().sealing(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a second factor cannot be read; is the master key the one it was enrolled with?", e);
        }
    }

    /** A digest that nobody can compute without the master key: short codes cannot be guessed from it. */
    String hash(String code, String owner) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys().hashing().getEncoded(), "HmacSHA256"));
            mac.update(owner.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SecretBox";
    }
}
