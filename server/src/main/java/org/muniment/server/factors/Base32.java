package org.muniment.server.factors;

/** Base 32 without padding (RFC 4648, section 6), as authenticator apps take it. */
final class Base32 {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int waiting = 0;
        int buffer = 0;
        for (byte one : bytes) {
            buffer = (buffer << Byte.SIZE) | (one & 0xff);
            waiting += Byte.SIZE;
            while (waiting >= BITS) {
                waiting -= BITS;
                text.append(SIGNS.charAt((buffer >>> waiting) & 31));
            }
            buffer &= (1 << waiting) - 1;
        }
        if (waiting > 0) {
            text.append(SIGNS.charAt((buffer << (BITS - waiting)) & 31));
        }
        return text.toString();
    }
}
