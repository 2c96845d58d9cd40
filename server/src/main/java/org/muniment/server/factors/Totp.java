package org.muniment.server.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of authenticator apps: RFC 6238 over RFC 4226 with SHA-1, six digits and steps of thirty seconds, which is what
 * every app can do. SHA-1 is sound here: nothing rests on collisions.
 */
final class Totp {
    static final int DIGITS = 6;
    static final long STEP_SECONDS = 30;

    /** As long as the hash (RFC 4226, section 4, R6). */
    static final int SECRET_BYTES = 20;

    /** A clock may be a step off, and a code takes time to type. */
    private static final int DRIFT = 1;

    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Totp() {}

    /** The step that a moment lies in. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, or of a counter (RFC 4226, section 5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%0" + digits + "d", truncated % POWERS[digits]);
    }

    /**
     * The step whose code was given, at most one before or behind the present one and later than {@code used}: a code is
     * taken once (RFC 6238, section 5.2). All candidates are compared, whichever fits.
     */
    static OptionalLong matching(byte[] secret, String given, Instant now, long used) {
        byte[] digits = given.getBytes(StandardCharsets.UTF_8);
        long present = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            byte[] code = code(secret, step, DIGITS).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(code, digits) && step > used) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA1", e);
        }
    }
}
