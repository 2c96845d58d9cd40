package org.muniment.message;

import java.io.InputStream;

/**
 * Decodes quoted-printable (RFC 2045, section 6.7). Line ends stay as they are; an equals sign that begins nothing is
 * taken literally. White space at the end of a line stays too: no transport adds it any more.
 */
final class QuotedPrintableBody extends DecodedBody {
    private enum State {
        PLAIN,
        /** Behind an equals sign. */
        EQUALS,
        /** Behind an equals sign and one hexadecimal digit. */
        DIGIT,
        /** Behind an equals sign and white space. */
        SPACE,
        /** Behind an equals sign and CR. */
        CR
    }

    private State state = State.PLAIN;
    private byte digit;
    /** Equals signs so far: a position that does not depend on line ends. */
    private long signs;

    QuotedPrintableBody(InputStream in) {
        super(in);
    }

    @Override
    int decode(byte[] encoded, int length) {
        int to = 0;
        int at = 0;
        while (at < length) {
            if (state == State.PLAIN) {
                int run = run(encoded, at, length);
                System.arraycopy(encoded, at, decoded, to, run);
                to += run;
                at += run;
                if (at < length) {
                    at++;
                    begin();
                }
            } else {
                to = escape(encoded[at++], to);
            }
        }
        return to;
    }

    private static int run(byte[] encoded, int from, int length) {
        int end = from;
        while (end < length && encoded[end] != '=') {
            end++;
        }
        return end - from;
    }

    private int escape(byte octet, int to) {
        State last = state;
        state = State.PLAIN;
        return switch (last) {
            case PLAIN -> literal(octet, to);
            case EQUALS -> first(octet, to);
            case DIGIT -> second(octet, to);
            case SPACE -> space(octet, to);
            case CR -> octet == '\n' ? to : literal(octet, to);
        };
    }

    private int first(byte octet, int to) {
        if (hex(octet) >= 0) {
            digit = octet;
            state = State.DIGIT;
            return to;
        }
        if (octet == ' ' || octet == '\t') {
            return blank(octet, to);
        }
        return softBreak(octet) ? to : literal(octet, equalsSign(to));
    }

    private int second(byte octet, int to) {
        if (hex(octet) >= 0) {
            decoded[to] = (byte) ((hex(digit) << 4) | hex(octet));
            return to + 1;
        }
        int next = equalsSign(to);
        decoded[next++] = digit;
        return literal(octet, next);
    }

    private int space(byte octet, int to) {
        if (octet == ' ' || octet == '\t') {
            return blank(octet, to);
        }
        if (softBreak(octet)) {
            return to;
        }
        int next = equalsSign(to);
        decoded[next++] = ' ';
        return literal(octet, next);
    }

    private int blank(byte octet, int to) {
        state = State.SPACE;
        broken(signs, octet); // only one is kept, should no line end follow
        return to;
    }

    private void begin() {
        state = State.EQUALS;
        signs++;
    }

    private boolean softBreak(byte octet) {
        if (octet == '\r') {
            state = State.CR;
        }
        return octet == '\r' || octet == '\n';
    }

    /** An octet that may itself begin an escape. */
    private int literal(byte octet, int to) {
        if (octet == '=') {
            begin();
            return to;
        }
        decoded[to] = octet;
        return to + 1;
    }

    private int equalsSign(int to) {
        broken(signs, '=');
        decoded[to] = '=';
        return to + 1;
    }

    private static int hex(byte octet) {
        if (octet >= '0' && octet <= '9') {
            return octet - '0';
        }
        int letter = octet | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    @Override
    int finish() {
        if (state != State.DIGIT) {
            return 0;
        }
        int to = equalsSign(0);
        decoded[to] = digit;
        return to + 1;
    }
}
