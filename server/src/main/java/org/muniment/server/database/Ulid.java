package org.muniment.server.database;

import java.security.SecureRandom;
import java.time.Instant;

/** Ids of database objects: a prefix, 48 bits of time in milliseconds, 80 random bits; sorted by time as text. */
public final class Ulid {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ulid() {}

    /** A new id such as {@code imp_01jd…}; 26 digits in lower case behind the prefix. */
    public static String next(String prefix, Instant now) {
        var id = new StringBuilder(prefix).append('_');
        long time = now.toEpochMilli();
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(DIGITS[(int) (time >>> shift) & 31]);
        }
        for (int i = 0; i < 16; i++) {
            id.append(DIGITS[RANDOM.nextInt(32)]);
        }
        return id.toString();
    }
}
