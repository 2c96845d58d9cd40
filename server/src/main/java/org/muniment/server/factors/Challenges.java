package org.muniment.server.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Challenges for passkeys that need no memory until they are answered: each carries its end and a proof that we made it,
 * for that purpose and that person, so strangers who ask for many fill nothing. One that was answered well is remembered
 * until its end, so nobody answers it twice. A restart forgets the key, and with it all that are open. Thread-safe.
 */
final class Challenges {
    static final Duration LENGTH = Duration.ofMinutes(5);

    private static final int NONCE_BYTES = 16;
    private static final int PROOF_BYTES = 16;
    private static final int BYTES = NONCE_BYTES + Long.BYTES + PROOF_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> answered = new LinkedHashMap<>();

    Challenges(InstantSource clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** A new one: for what it is, and for whom; empty for whoever comes. */
    byte[] issue(String purpose, String person) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteBuffer open = ByteBuffer.allocate(NONCE_BYTES + Long.BYTES)
                .put(nonce)
                .putLong(clock.instant().plus(LENGTH).getEpochSecond());
        return ByteBuffer.allocate(BYTES)
                .put(open.array())
                .put(proof(open.array(), purpose, person))
                .array();
    }

    /** Whether we issued it for that, it is not over, and nobody has answered it well. */
    boolean isOpen(byte[] challenge, String purpose, String person) {
        if (challenge.length != BYTES) {
            return false;
        }
        byte[] open = Arrays.copyOf(challenge, NONCE_BYTES + Long.BYTES);
        byte[] proof = Arrays.copyOfRange(challenge, open.length, BYTES);
        long end = ByteBuffer.wrap(open).getLong(NONCE_BYTES);
        return MessageDigest.isEqual(proof, proof(open, purpose, person))
                && clock.instant().getEpochSecond() < end
                && !isAnswered(challenge);
    }

    private synchronized boolean isAnswered(byte[] challenge) {
        return answered.containsKey(HexFormat.of().formatHex(challenge));
    }

    /** It was answered well; false if somebody was faster. */
    synchronized boolean close(byte[] challenge) {
        Instant now = clock.instant();
        answered.values().removeIf(end -> end.isBefore(now));
        return answered.putIfAbsent(HexFormat.of().formatHex(challenge), now.plus(LENGTH)) == null;
    }

    private byte[] proof(byte[] open, String purpose, String person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((purpose + " " + person + " ").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(open), PROOF_BYTES);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }
}
