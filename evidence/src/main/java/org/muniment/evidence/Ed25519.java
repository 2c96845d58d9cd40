package org.muniment.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 as the JDK has it, with public keys as their raw 32 bytes. */
final class Ed25519 {
    static final String NAME = "Ed25519";
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    /** What stands before the raw key in a SubjectPublicKeyInfo (RFC 8410 section 4). */
    private static final byte[] KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /**
     * Whether the key made this signature over the message.
     *
     * @throws EvidenceException if the bytes are no public key
     */
    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) throws EvidenceException {
        PublicKey key = decode(publicKey);
        try {
            Signature check = Signature.getInstance(NAME);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false; // the JDK answers a signature of a wrong form this way
        }
    }

    static PublicKey decode(byte[] publicKey) throws EvidenceException {
        if (publicKey.length != KEY_BYTES) {
            throw new EvidenceException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        byte[] encoded = new byte[KEY_INFO.length + KEY_BYTES];
        System.arraycopy(KEY_INFO, 0, encoded, 0, KEY_INFO.length);
        System.arraycopy(publicKey, 0, encoded, KEY_INFO.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException noPoint) {
            throw new EvidenceException("not an Ed25519 public key: " + noPoint.getMessage());
        }
    }
}
