package org.muniment.server.api;

import java.nio.charset.StandardCharsets;

/** Names of files as strangers give them, made fit to be shown, kept and offered as a name to save under. */
final class FileNames {
    private static final int LONGEST = 255;
    private static final String ALLOWED = "!#$&+-.^_`|~"; // RFC 8187, section 3.2.1, besides letters and digits

    private FileNames() {}

    /**
     * The name without folders, control characters and those that turn the direction of reading.
     *
     * @param unnamed what stands for a name of which nothing is left
     */
    static String plain(String given, String unnamed) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var name = new StringBuilder();
        last.codePoints().filter(FileNames::isVisible).forEach(name::appendCodePoint);
        String plain = name.toString().strip();
        if (plain.isEmpty() || plain.chars().allMatch(c -> c == '.')) {
            return unnamed;
        }
        // The end says what the file is, so a name that is too long loses its beginning.
        int from = Math.max(0, plain.length() - LONGEST);
        return plain.substring(from > 0 && Character.isLowSurrogate(plain.charAt(from)) ? from + 1 : from);
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** The value of Content-Disposition (RFC 6266) that has a browser save under this name, and never show. */
    static String asAttachment(String name) {
        var ascii = new StringBuilder();
        name.codePoints()
                .forEach(c -> ascii.append(c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '%' ? (char) c : '_'));
        String plain = "attachment; filename=\"" + ascii + "\"";
        return ascii.toString().equals(name) ? plain : plain + "; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= '0' && b <= '9')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= 'a' && b <= 'z')
                    || (b > 0 && ALLOWED.indexOf(b) >= 0);
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
        }
        return encoded.toString();
    }
}
