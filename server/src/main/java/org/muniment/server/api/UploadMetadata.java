package org.muniment.server.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The header by which a client tells about the file that it uploads: pairs of a key and a value in base64. */
final class UploadMetadata {
    static final String HEADER = "Upload-Metadata";
    private static final String UNNAMED = "upload";
    private static final int LONGEST = 4_096;
    private static final int LONGEST_NAME = 255;

    private UploadMetadata() {}

    /** The name of the file, without the folders and control characters that a stranger may have put into it. */
    static String filename(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return UNNAMED;
        }
        if (header.length() > LONGEST) {
            throw invalid();
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts[0].equals("filename")) {
                return parts.length == 2 ? plain(decoded(parts[1])) : UNNAMED;
            }
        }
        return UNNAMED;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static String plain(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var name = new StringBuilder();
        last.codePoints().filter(UploadMetadata::isVisible).forEach(name::appendCodePoint);
        String plain = name.toString().strip();
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
            return UNNAMED;
        }
        // The end says what the file is, so a name that is too long loses its beginning.
        int from = Math.max(0, plain.length() - LONGEST_NAME);
        return plain.substring(from > 0 && Character.isLowSurrogate(plain.charAt(from)) ? from + 1 : from);
    }

    /** Neither control characters nor those that turn the direction of what follows. */
    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static ProblemException invalid() {
        return Problem.field(HEADER, "invalid", "The header " + HEADER + " cannot be read.")
                .exception();
    }
}
