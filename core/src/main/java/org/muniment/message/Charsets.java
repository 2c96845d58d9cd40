package org.muniment.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns octets into text, whatever the mail says about their charset.
 *
 * <p>A name stands for the widest charset that real mail means by it, as browsers read it: {@code gb2312} for GB 18030,
 * {@code iso-8859-1} for windows-1252. Where no name helps, UTF-8 is taken if the octets are UTF-8, GB 18030 if they
 * look like it, else windows-1252, which never fails. Thread-safe.
 */
final class Charsets {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** What real mail means by a name, for names whose strict meaning is narrower. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("euc-cn", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-50221"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("big5", "x-windows-950"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("utf8", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("windows-1252http-equivcontent-type", "windows-1252"));

    /** Every charset of this Java, by each of its names: a table, as a failing lookup by name is very slow. */
    private static final Map<String, Charset> KNOWN = known();

    /** Asked only for charsets that mail names, as the tables behind a charset are loaded with the first answer. */
    private static final Map<Charset, Boolean> KEEPS_LINE_ENDS = new ConcurrentHashMap<>();

    private Charsets() {}

    private static Map<String, Charset> known() {
        Map<String, Charset> known = new HashMap<>(2048);
        for (Charset charset : Charset.availableCharsets().values()) {
            put(known, charset.name(), charset);
            charset.aliases().forEach(alias -> put(known, alias, charset));
        }
        MEANT.forEach((name, meant) -> put(known, name, Charset.forName(meant)));
        return known;
    }

    private static void put(Map<String, Charset> known, String name, Charset charset) {
        known.put(name.toLowerCase(Locale.ROOT), charset);
    }

    /** The charset that mail means by a name, or {@code null} if it cannot be read here. */
    static @Nullable Charset lookup(String name) {
        Charset exact = KNOWN.get(name);
        Charset found = exact != null ? exact : KNOWN.get(name.strip().toLowerCase(Locale.ROOT));
        return found != null && (KEEPS_LINE_ENDS.computeIfAbsent(found, Charsets::keepsLineEnds) || isWide(name))
                ? found
                : null;
    }

    /**
     * Whether a charset of this name writes line ends in more than one octet, so that its octets must be left as they
     * are. Part of the fingerprint's definition.
     */
    static boolean isWide(@Nullable String name) {
        if (name == null) {
            return false;
        }
        String plain = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return plain.contains("utf16")
                || plain.contains("utf32")
                || plain.contains("ucs2")
                || plain.contains("ucs4")
                || (plain.startsWith("unicode") && !plain.contains("utf"));
    }

    /** Others, such as EBCDIC, would be hashed as other text than they show. */
    private static boolean keepsLineEnds(Charset charset) {
        return new String(new byte[] {'A', '\r', '\n', '='}, charset).equals("A\r\n=");
    }

    /** Whether all octets are ASCII. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        int or = 0;
        for (int i = from; i < to; i++) {
            or |= bytes[i];
        }
        return or >= 0;
    }

    /** ASCII octets as text. */
    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * Octets as text, by the charset of that name, or by guess if there is none or it does not fit.
     *
     * @param defects where to say that the name is unknown or does not fit
     */
    static String decode(byte[] bytes, int from, int to, @Nullable String name, Defects defects) {
        Charset charset = name == null ? null : lookup(name);
        if (name != null && charset == null) {
            defects.add(Defect.Kind.BAD_CHARSET, "unknown charset " + name);
        }
        if (isAscii(bytes, from, to) && (charset == null || isPlainForAscii(charset))) {
            return ascii(bytes, from, to);
        }
        if (charset == null || charset.equals(StandardCharsets.UTF_8) || isAsciiName(name)) {
            return utf8OrGuess(bytes, from, to, name, charset, defects);
        }
        String text = new String(bytes, from, to - from, charset);
        if (text.indexOf('\ufffd') >= 0) {
            defects.add(Defect.Kind.BAD_CHARSET, "octets that are not " + charset.name());
        }
        return text;
    }

    private static String utf8OrGuess(
            byte[] bytes, int from, int to, @Nullable String name, @Nullable Charset charset, Defects defects) {
        String text = strict(bytes, from, to, StandardCharsets.UTF_8);
        if (text != null) {
            return text;
        }
        if (name != null && charset != null) {
            defects.add(Defect.Kind.BAD_CHARSET, "octets that are not " + name);
        }
        return guess(bytes, from, to);
    }

    /** Octets whose charset nobody says. */
    static String guess(byte[] bytes, int from, int to) {
        String text = strict(bytes, from, to, StandardCharsets.UTF_8);
        if (text == null && looksChinese(bytes, from, to)) {
            text = strict(bytes, from, to, GB18030);
        }
        return text != null ? text : new String(bytes, from, to - from, WINDOWS_1252);
    }

    private static boolean isAsciiName(@Nullable String name) {
        return name != null && (name.equalsIgnoreCase("us-ascii") || name.equalsIgnoreCase("ascii"));
    }

    /** Whether ASCII octets mean themselves; not so in UTF-16 or where escape sequences switch (ISO 2022). */
    private static boolean isPlainForAscii(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                || charset.equals(WINDOWS_1252)
                || charset.equals(GB18030)
                || charset.name().startsWith("ISO-8859-")
                || charset.name().startsWith("windows-125");
    }

    /** UTF-8 is tried in a way that costs nothing when it fits; others rarely come here. */
    private static @Nullable String strict(byte[] bytes, int from, int to, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            return text.indexOf('\ufffd') < 0 || hasReplacement(bytes, from, to, text) ? text : null;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** U+FFFD may stand in the mail itself; only then do the octets of the text come out the same. */
    private static boolean hasReplacement(byte[] bytes, int from, int to, String text) {
        byte[] again = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, bytes, from, to);
    }

    /**
     * Whether octets beyond ASCII come only in pairs that are characters of GB 2312, half of them frequent ones. In
     * Western text they mostly stand alone, and pairs of them are small letters, which look like rare characters.
     */
    private static boolean looksChinese(byte[] bytes, int from, int to) {
        int frequent = 0;
        int rare = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                int lead = bytes[i] & 0xff;
                int trail = i + 1 < to ? bytes[i + 1] & 0xff : 0;
                if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail == 0xff) {
                    return false;
                }
                frequent += lead <= 0xd7 ? 1 : 0;
                rare += lead <= 0xd7 ? 0 : 1;
                i++;
            }
        }
        return frequent >= rare;
    }
}
