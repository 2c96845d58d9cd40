package org.muniment.server.database;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.muniment.server.language.Message;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106). Thread-safe.
 *
 * <p>A hash takes 19 MiB and tens of milliseconds of a core by design, so only a few run at once: strangers who try
 * passwords wait for each other, not the archive for them.
 */
public final class Passwords {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_024;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Hashes a new password. */
    public String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return encode(password);
        } finally {
            atOnce.release();
        }
    }

    private String encode(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the encoder gave no hash");
        }
        return hash;
    }

    /**
     * A hash that no password has, for addresses that nobody has: checking it takes as long as checking any other.
     * Made up of random bytes, so that starting costs no hashing.
     */
    public static String nobodysHash() {
        byte[] bytes = new byte[SALT_BYTES + HASH_BYTES];
        new SecureRandom().nextBytes(bytes);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$"
                + base64.encodeToString(Arrays.copyOf(bytes, SALT_BYTES)) + "$"
                + base64.encodeToString(Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length));
    }

    /** Whether a password belongs to a hash; takes its time either way. */
    public boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        atOnce.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            atOnce.release();
        }
    }

    /** Why a password cannot be used for that address; empty if it can. */
    public static Optional<Message> refusal(String password, String address) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(Message.of("password.length", address, length, SHORTEST, LONGEST));
        }
        if (password.strip().toLowerCase(Locale.ROOT).equals(address)) {
            return Optional.of(Message.of("password.address", address));
        }
        if (password.codePoints().distinct().count() < 5) {
            return Optional.of(Message.of("password.monotonous", address));
        }
        return Optional.empty();
    }
}
