package org.muniment.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens: 256 random bits that prove who asks, and the digest by which the database knows them. */
final class Tokens {
    static final String PREFIX = "mun_";
    private static final int BYTES = 32;
    private static final int LENGTH = PREFIX.length() + 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A new token of a person. */
    static String next() {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    }

    /** A new token of this machine, 64 hexadecimal digits. */
    static String nextLocal() {
        return HexFormat.of().formatHex(random());
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Whether it could be a person's token at all. */
    static boolean looksLikeOne(String token) {
        return token.length() == LENGTH && token.startsWith(PREFIX);
    }

    /** SHA-256 as hexadecimal digits; enough for a random token, which cannot be guessed from it. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Whether two tokens are the same, in a time that does not tell where they differ. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
