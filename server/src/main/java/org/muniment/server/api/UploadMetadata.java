package org.muniment.server.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;

/** The header by which a client tells about the file that it uploads: pairs of a key and a value in base64. */
final class UploadMetadata {
    static final String HEADER = "Upload-Metadata";
    private static final String UNNAMED = "upload";
    private static final int LONGEST = 4_096;

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
                return parts.length == 2 ? FileNames.plain(decoded(parts[1]), UNNAMED) : UNNAMED;
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

    private static ProblemException invalid() {
        return Problem.field(HEADER, "invalid", Message.of("upload.metadata", HEADER))
                .exception();
    }
}
