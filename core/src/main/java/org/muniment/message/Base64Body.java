package org.muniment.message;

import java.io.InputStream;
import java.util.Arrays;

/**
 * Decodes base64 (RFC 2045, section 6.8) as mail has it: with octets that do not belong there, without its padding, or
 * with several encoded blocks one after the other, which are all decoded.
 */
final class Base64Body extends DecodedBody {
    private static final int JUNK = -1;
    private static final int SPACE = -2;
    private static final int PAD = -3;
    private static final byte[] SEXTET = sextets();

    private int bits;
    private int sextets;
    private int pads;
    private long seen;

    Base64Body(InputStream in) {
        super(in);
    }

    private static byte[] sextets() {
        byte[] table = new byte[256];
        Arrays.fill(table, (byte) JUNK);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            table[alphabet.charAt(i)] = (byte) i;
        }
        for (char space : " \t\r\n".toCharArray()) {
            table[space] = SPACE;
        }
        table['='] = PAD;
        return table;
    }

    /** The value of a character of the alphabet; negative for any other. */
    static int sextet(char c) {
        return c < 256 ? SEXTET[c] : JUNK;
    }

    @Override
    int decode(byte[] encoded, int length) {
        int to = 0;
        int at = 0;
        while (at < length) {
            if (sextets == 0) {
                int from = at;
                at = quads(encoded, at, length, to);
                to += (at - from) / 4 * 3;
                seen += at - from;
                if (at == length) {
                    break;
                }
            }
            to = one(encoded[at++], to);
        }
        return to;
    }

    /** The fast path: groups of four that are all in the alphabet. Returns how far it came. */
    private int quads(byte[] encoded, int from, int length, int target) {
        byte[] out = decoded;
        int at = from;
        int to = target;
        if (pads > 0) {
            return at;
        }
        for (; at + 4 <= length; at += 4, to += 3) {
            int quad = (SEXTET[encoded[at] & 0xff] << 18)
                    | (SEXTET[encoded[at + 1] & 0xff] << 12)
                    | (SEXTET[encoded[at + 2] & 0xff] << 6)
                    | SEXTET[encoded[at + 3] & 0xff];
            if (quad < 0) {
                break;
            }
            out[to] = (byte) (quad >>> 16);
            out[to + 1] = (byte) (quad >>> 8);
            out[to + 2] = (byte) quad;
        }
        return at;
    }

    private int one(byte octet, int to) {
        int value = SEXTET[octet & 0xff];
        if (value >= 0) {
            return sextet(value, octet, to);
        }
        if (value == PAD) {
            return pad(to);
        }
        if (value == JUNK) {
            broken(seen, octet);
        }
        return to;
    }

    private int sextet(int value, byte octet, int to) {
        if (pads > 0) {
            broken(seen, octet); // a block behind the end of the content; decoded, but told apart from one content
            pads = 0;
        }
        seen++;
        bits = (bits << 6) | value;
        sextets++;
        if (sextets < 4) {
            return to;
        }
        sextets = 0;
        decoded[to] = (byte) (bits >>> 16);
        decoded[to + 1] = (byte) (bits >>> 8);
        decoded[to + 2] = (byte) bits;
        return to + 3;
    }

    private int pad(int to) {
        int expected = sextets == 0 ? pads == 1 ? 2 : 0 : 4 - sextets;
        pads++;
        if (expected == 0 || expected == 3) {
            broken(seen, '=');
        }
        return sextets == 0 ? to : flush(to);
    }

    private int flush(int to) {
        int have = sextets;
        int end = to;
        sextets = 0;
        if (have >= 2) {
            decoded[end++] = (byte) (have == 2 ? bits >>> 4 : bits >>> 10);
        }
        if (have == 3) {
            decoded[end++] = (byte) (bits >>> 2);
        }
        int dropped = have == 1 ? 0x3f : have == 2 ? 0xf : 3;
        if (have == 1 || (bits & dropped) != 0) {
            broken(seen, bits & dropped);
        }
        return end;
    }

    @Override
    int finish() {
        return sextets == 0 ? 0 : flush(0);
    }
}
