package org.muniment.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes mails out of lines of text, for tests. */
final class Mails {
    private Mails() {}

    /** The lines as one mail, each ended by CRLF. */
    static MemoryMessage mail(String... lines) {
        return new MemoryMessage((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes with every CRLF and LF written as another line end. */
    static byte[] withLineEnds(byte[] bytes, String lineEnd) {
        var out = new ByteArrayOutputStream(bytes.length * 2);
        byte[] end = lineEnd.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                continue;
            }
            if (bytes[i] == '\n') {
                out.writeBytes(end);
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toByteArray();
    }
}
