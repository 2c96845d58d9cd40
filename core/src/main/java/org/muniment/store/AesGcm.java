package org.muniment.store;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with 96-bit nonces and 128-bit tags (NIST SP 800-38D), as every encrypted thing here uses it. Thread-safe. */
final class AesGcm {
    static final int NONCE = 12;
    static final int TAG = 16;
    private static final Pool<Cipher> CIPHERS = new Pool<>(AesGcm::cipher);

    private AesGcm() {}

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has AES-GCM", e);
        }
    }

    /** The ciphertext with its tag. The nonce must never have been used with this key. */
    static byte[] encrypt(Key key, byte[] nonce, byte[] associated, byte[] plain, int length) {
        Cipher cipher = CIPHERS.take();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(associated);
            byte[] out = cipher.doFinal(plain, 0, length);
            CIPHERS.give(cipher);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot encrypt here", e);
        }
    }

    /** The plaintext, or {@link AEADBadTagException} if any bit of it, its nonce or the associated data differs. */
    static byte[] decrypt(Key key, byte[] nonce, byte[] associated, byte[] sealed, int offset, int length)
            throws AEADBadTagException {
        Cipher cipher = CIPHERS.take();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(associated);
            byte[] out = cipher.doFinal(sealed, offset, length);
            CIPHERS.give(cipher);
            return out;
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot decrypt here", e);
        }
    }
}
