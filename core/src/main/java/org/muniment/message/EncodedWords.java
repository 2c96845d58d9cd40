package org.muniment.message;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the encoded words of a text (RFC 2047, with the language of RFC 2231, section 5). Words need not be set
 * apart by white space, and a character may be cut between two words of one charset. What is no encoded word stays as
 * it stands. Runs in time linear to the text. One object decodes one text.
 */
final class EncodedWords {
    private static final int LONGEST_CHARSET = 64;

    private final String text;
    private final Defects defects;
    private final StringBuilder out;
    private byte[] octets = new byte[128];
    private int length;
    private @Nullable String charset;

    private EncodedWords(String text, Defects defects) {
        this.text = text;
        this.defects = defects;
        this.out = new StringBuilder(text.length());
    }

    static String decode(String text, Defects defects) {
        int first = text.indexOf("=?");
        int last = text.lastIndexOf("?=");
        return first < 0 || last < first + 2 ? text : new EncodedWords(text, defects).run(first, last);
    }

    private String run(int first, int last) {
        int copied = 0;
        for (int at = first; at >= 0 && at < last; at = text.indexOf("=?", at)) {
            int end = word(at, last, copied);
            copied = end > 0 ? end : copied;
            at = end > 0 ? end : at + 2;
        }
        flush();
        return out.append(text, copied, text.length()).toString();
    }

    /** Decodes the word that begins here, and what stands before it. Returns its end, or -1 if it is no word. */
    private int word(int at, int last, int copied) {
        int mark = text.indexOf('?', at + 2);
        if (mark - at - 2 > LONGEST_CHARSET || mark == at + 2 || mark + 2 > last || text.charAt(mark + 2) != '?') {
            return -1;
        }
        char encoding = text.charAt(mark + 1);
        int end = text.indexOf("?=", mark + 3);
        if (end < 0 || "bBqQ".indexOf(encoding) < 0) {
            return -1;
        }
        boolean follows = length > 0 && isBlank(copied, at);
        String name = name(at + 2, mark);
        if (!follows || !name.equalsIgnoreCase(charset)) {
            flush();
        }
        if (!follows) {
            out.append(text, copied, at);
        }
        charset = name;
        octets(encoding, mark + 3, end);
        return end + 2;
    }

    private String name(int from, int to) {
        int star = text.indexOf('*', from, to);
        return text.substring(from, star < 0 ? to : star);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    private void flush() {
        if (length > 0) {
            out.append(Charsets.decode(octets, 0, length, charset, defects));
            length = 0;
        }
    }

    private void octets(char encoding, int from, int to) {
        if (octets.length < length + to - from) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + to - from));
        }
        if (encoding == 'b' || encoding == 'B') {
            base64(from, to);
        } else {
            quoted(from, to);
        }
    }

    private void base64(int from, int to) {
        int bits = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int sextet = Base64Body.sextet(text.charAt(i));
            if (sextet >= 0) {
                bits = (bits << 6) | sextet;
                count++;
                if (count % 4 != 1) {
                    octets[length++] = (byte) (bits >>> (6 - 2 * ((count - 1) % 4)));
                }
            } else if (text.charAt(i) == '=') {
                count = 0;
            }
        }
    }

    private void quoted(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < to ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                octets[length++] = (byte) ((high << 4) | low);
                i += 2;
            } else {
                octets[length++] = (byte) (c == '_' ? ' ' : c);
            }
        }
    }
}
