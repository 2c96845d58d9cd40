package org.muniment.server.view;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/**
 * One line of {@link Kinds}.
 *
 * @param family how its files are recognised
 * @param offset where the pattern stands, for {@link Family#BYTES}
 * @param pattern what they begin with, or hold: a character for each byte (ISO 8859-1)
 * @param endings what their names end in
 * @param type its media type
 * @param types every media type under which it may be declared, the first among them
 */
record Kind(Family family, int offset, String pattern, Set<String> endings, String type, Set<String> types) {

    /** How a kind of file is recognised. */
    enum Family {
        /** By bytes at a fixed place. */
        BYTES,
        /** A zip archive, by the name of an entry. */
        ZIPPED,
        /** A compound file of older Office programs, by a name in its directory. */
        COMPOUND,
        /** By how its text begins, upper and lower case alike. */
        WRITTEN,
        /** Text of any sort: the last resort. */
        PLAIN
    }

    static Kind bytes(int offset, String hex, String endings, String... types) {
        return of(Family.BYTES, offset, latin(HexFormat.of().parseHex(hex)), endings, types);
    }

    static Kind zipped(String entry, String endings, String... types) {
        return of(Family.ZIPPED, 0, entry, endings, types);
    }

    static Kind compound(String name, String endings, String... types) {
        return of(Family.COMPOUND, 0, latin(name.getBytes(StandardCharsets.UTF_16LE)), endings, types);
    }

    static Kind written(String start, String endings, String... types) {
        return of(Family.WRITTEN, 0, start, endings, types);
    }

    static Kind plain(String endings, String... types) {
        return of(Family.PLAIN, 0, "", endings, types);
    }

    private static Kind of(Family family, int offset, String pattern, String endings, String... types) {
        return new Kind(family, offset, pattern, Set.of(endings.split(" ")), types[0], Set.of(types));
    }

    /** Whether its pattern stands at a place. */
    boolean standsAt(byte[] head, int place) {
        if (head.length - place < pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            int found = head[place + i] & 0xff;
            if ((family == Family.WRITTEN ? lower(found) : found) != pattern.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
