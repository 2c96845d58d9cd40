package org.muniment.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The values of header fields as text. */
final class HeaderText {
    private HeaderText() {}

    /**
     * A value unfolded (RFC 5322, section 2.2.3) and trimmed.
     *
     * @param charset the charset the mail declares elsewhere, tried for octets beyond ASCII that are not UTF-8
     */
    static String unfolded(byte[] bytes, int valueFrom, int valueTo, @Nullable String charset) {
        int from = valueFrom;
        int to = valueTo;
        while (from < to && isSpace(bytes[from])) {
            from++;
        }
        while (to > from && isSpace(bytes[to - 1])) {
            to--;
        }
        boolean plain = true;
        for (int i = from; i < to; i++) {
            plain &= bytes[i] >= ' ' || bytes[i] == '\t';
        }
        return plain ? Charsets.ascii(bytes, from, to) : unusual(bytes, from, to, charset);
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    private static String unusual(byte[] bytes, int from, int to, @Nullable String charset) {
        byte[] joined = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            boolean folds = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] == '\n');
            if (!folds) {
                joined[length++] = bytes[i] == 0 || bytes[i] == '\r' ? (byte) ' ' : bytes[i];
            }
        }
        if (Charsets.isAscii(joined, 0, length)) {
            return Charsets.ascii(joined, 0, length);
        }
        Charset declared = charset == null ? null : Charsets.lookup(charset);
        String text = new String(joined, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            text = declared == null || declared.equals(StandardCharsets.UTF_8) || Charsets.isWide(charset)
                    ? Charsets.guess(joined, 0, length)
                    : new String(joined, 0, length, declared);
        }
        return text;
    }
}
