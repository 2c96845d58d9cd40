package org.muniment.server.view;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Recognises a file of {@link Kinds} by its first bytes. */
final class Signatures {
    private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
    /** Where the name of a zip entry stands, counted from its mark. */
    private static final int ZIP_NAME = 30;

    private static final byte[] LITTLE_ENDIAN = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] BIG_ENDIAN = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private Signatures() {}

    static String mediaType(byte[] file) {
        byte[] head = file.length <= FileKind.HEAD ? file : Arrays.copyOf(file, FileKind.HEAD);
        for (Kind kind : Kinds.ALL) {
            if (is(kind, head)) {
                return kind.type();
            }
        }
        return Kinds.UNKNOWN;
    }

    private static boolean is(Kind kind, byte[] head) {
        return switch (kind.family()) {
            case BYTES -> kind.standsAt(head, kind.offset());
            case ZIPPED -> startsWith(ZIP_ENTRY, head, 0) && hasEntry(kind, head);
            case COMPOUND -> startsWith(COMPOUND, head, 0) && stands(kind, head);
            case WRITTEN -> kind.standsAt(head, textStart(head));
            case PLAIN -> isText(head);
        };
    }

    private static boolean hasEntry(Kind kind, byte[] head) {
        for (int at = 0; at < head.length - ZIP_NAME; at++) {
            if (startsWith(ZIP_ENTRY, head, at) && kind.standsAt(head, at + ZIP_NAME)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(Kind kind, byte[] head) {
        for (int at = 0; at < head.length; at++) {
            if (kind.standsAt(head, at)) {
                return true;
            }
        }
        return false;
    }

    /** Behind the byte order mark and what is blank. */
    private static int textStart(byte[] head) {
        boolean marked = head.length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
        int at = marked ? 3 : 0;
        while (at < head.length && isBlank(head[at])) {
            at++;
        }
        return at;
    }

    /**
     * UTF-16 with its mark, or bytes without the control characters that no text has. Not every text is UTF-8: older
     * ones are told by what they lack.
     */
    private static boolean isText(byte[] head) {
        if (startsWith(LITTLE_ENDIAN, head, 0) || startsWith(BIG_ENDIAN, head, 0)) {
            return true;
        }
        int controls = 0;
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
            controls += isControl(b) ? 1 : 0;
        }
        return controls == 0 || (isUtf8(head) && controls * 100 < head.length);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    /** Escape is none: ISO-2022-JP is written with it. */
    private static boolean isControl(byte b) {
        return b > 0 && b < ' ' && !isBlank(b) && b != 0x1b;
    }

    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // The last character may be cut in two, which is no fault as long as more input is announced.
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
                .isError();
    }

    private static boolean startsWith(byte[] pattern, byte[] head, int place) {
        int end = place + pattern.length;
        return end <= head.length && Arrays.equals(head, place, end, pattern, 0, pattern.length);
    }
}
