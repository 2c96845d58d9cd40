package org.muniment.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 key (RFC 8032) that signs checkpoints, made from a seed of 32 bytes, which is all there is to keep.
 * Immutable and thread-safe; its text form tells nothing of the seed.
 */
public final class SigningKey {
    /** Bytes of a seed. */
    public static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final KeyPair pair;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        this.pair = pairFrom(seed);
    }

    /** A new key from the platform's strong randomness. */
    public static SigningKey generate() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(seed);
    }

    /** The key of a seed of 32 bytes. */
    public static SigningKey fromSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes, not " + seed.length);
        }
        return new SigningKey(seed.clone());
    }

    /** The secret, to be kept encrypted. */
    public byte[] seed() {
        return seed.clone();
    }

    /** The public key as the 32 bytes of RFC 8032 section 5.1.2. */
    public byte[] publicKey() {
        byte[] encoded = pair.getPublic().getEncoded(); // RFC 8410: the raw key ends the structure
        return Arrays.copyOfRange(encoded, encoded.length - Ed25519.KEY_BYTES, encoded.length);
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(Ed25519.NAME);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform of ours signs with Ed25519", impossible);
        }
    }

    /** Names the public key only; the seed goes into no log by accident. */
    @Override
    public String toString() {
        return "the key of " + HexFormat.of().formatHex(publicKey());
    }

    /** The JDK derives no public key from a seed, but its generator does when its randomness is that seed. */
    private static KeyPair pairFrom(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.NAME);
            generator.initialize(NamedParameterSpec.ED25519, new SeedOnly(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform of ours has Ed25519", impossible);
        }
    }

    /** Gives a seed out once, whole; a generator that asked for anything else would make another key unnoticed. */
    private static final class SeedOnly extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;
        private boolean given;

        SeedOnly(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (given || bytes.length != seed.length) {
                throw new IllegalStateException("the key generator of this JDK does not draw one seed of 32 bytes");
            }
            given = true;
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
