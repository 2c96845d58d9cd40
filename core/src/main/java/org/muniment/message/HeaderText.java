package org.muniment.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** The values of header fields as text. */
final class HeaderText {
    private static final Map<Charset, Charset> MEANT = meant();

    private HeaderText() {}

    private static Map<Charset, Charset> meant() {
        var meant = new HashMap<Charset, Charset>();
        for (String name :
                new String[] {"us-ascii", "iso-8859-1", "gb2312", "gbk", "shift_jis", "iso-2022-jp", "euc-kr", "big5"
                }) {
            Charset wide = Charsets.lookup(name);
            if (wide != null) {
                meant.put(Charset.forName(name), wide);
            }
        }
        return Map.copyOf(meant);
    }

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
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                joined[length++] = bytes[i] == 0 ? (byte) ' ' : bytes[i];
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

    /** A text with its encoded words decoded (RFC 2047); those that cannot be are left as they stand. */
    static String decoded(String text, Defects defects) {
        int first = text.indexOf("=?");
        int last = text.lastIndexOf("?=");
        if (first < 0 || last < first) {
            return text;
        }
        // An opening without an end makes mime4j search to the end of the text each time, so it gets none.
        String words = text.substring(0, last + 2);
        String decoded = DecoderUtil.decodeEncodedWords(withoutLanguages(words), DecodeMonitor.SILENT, null, MEANT);
        if (decoded.contains("=?") && decoded.contains("?=")) {
            String guessed = DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT, fallback(), MEANT);
            if (!guessed.equals(decoded)) {
                defects.add(Defect.Kind.BAD_CHARSET, "unknown charset in an encoded word");
            }
            decoded = guessed;
        }
        return decoded + text.substring(last + 2);
    }

    private static @Nullable Charset fallback() {
        return Charsets.lookup("us-ascii");
    }

    /** Drops the language that RFC 2231, section 5, lets stand behind the charset of an encoded word. */
    private static String withoutLanguages(String text) {
        if (text.indexOf('*') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf("=?"); at >= 0; at = text.indexOf("=?", at + 2)) {
            int star = text.indexOf('*', at);
            int mark = text.indexOf('?', at + 2);
            if (star > at && star < mark) {
                plain.append(text, from, star);
                from = mark;
            }
        }
        return plain.append(text, from, text.length()).toString();
    }
}
