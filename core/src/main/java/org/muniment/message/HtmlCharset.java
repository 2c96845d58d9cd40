package org.muniment.message;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The charset that a page names in a {@code meta} tag, for pages whose mail names none. */
final class HtmlCharset {
    private static final int LOOKED_AT = 2048;

    private HtmlCharset() {}

    static @Nullable String of(byte[] page, int length) {
        if (Charsets.isAscii(page, 0, length)) {
            return null; // then it does not matter
        }
        String start = new String(page, 0, Math.min(length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        int at = start.indexOf("charset=");
        if (at < 0) {
            return null;
        }
        int from = at + 8;
        while (from < start.length() && (start.charAt(from) == '"' || start.charAt(from) == '\'')) {
            from++;
        }
        int to = from;
        while (to < start.length() && isName(start.charAt(to))) {
            to++;
        }
        String name = start.substring(from, to);
        return to == from || Charsets.isWide(name) || Charsets.lookup(name) == null ? null : name;
    }

    private static boolean isName(char c) {
        boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
    }
}
