package org.muniment.server.cli;

/**
 * Makes text of strangers harmless for a terminal: subjects, addresses, file names and mail text may hold escape
 * sequences that move the cursor, set titles or run what they like in a careless terminal, and marks that turn the
 * direction of writing so that a name reads as another.
 */
final class Plain {
    private static final char REPLACEMENT = '\ufffd';

    private Plain() {}

    /** One line: everything that is not a visible character or a space becomes a replacement character. */
    static String line(String text) {
        return cleaned(text, false);
    }

    /** Several lines: line feeds and tabs stay. */
    static String text(String text) {
        return cleaned(text.replace("\r\n", "\n"), true);
    }

    private static String cleaned(String text, boolean lines) {
        StringBuilder cleaned = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (harmless(text, i, c) || (lines && (c == '\n' || c == '\t'))) {
                if (cleaned != null) {
                    cleaned.append(c);
                }
                continue;
            }
            if (cleaned == null) {
                cleaned = new StringBuilder(text.length()).append(text, 0, i);
            }
            cleaned.append(REPLACEMENT);
        }
        return cleaned == null ? text : cleaned.toString();
    }

    private static boolean harmless(String text, int at, char c) {
        if (c >= ' ' && c < 0x7f) {
            return true;
        }
        if (c < 0xa0 || c == 0xad || c == 0x61c || c == 0xfeff) {
            return false;
        }
        if (c >= 0x200b && c <= 0x206f) {
            // Joiners make emoji and Indic scripts; the other marks here are separators and directions.
            return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205f) || c == 0x200c || c == 0x200d;
        }
        return !Character.isSurrogate(c) || paired(text, at, c);
    }

    private static boolean paired(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
