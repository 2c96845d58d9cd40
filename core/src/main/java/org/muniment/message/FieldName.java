package org.muniment.message;

import java.nio.charset.StandardCharsets;

/**
 * The header fields that the reader or the fingerprint asks for. The order of the constants is the order in which
 * {@code docs/formats/fingerprint.md} lists counted fields, and so part of that format.
 */
enum FieldName {
    CC("cc", true),
    CONTENT_DESCRIPTION("content-description", true),
    CONTENT_DISPOSITION("content-disposition", true),
    CONTENT_ID("content-id", true),
    CONTENT_TYPE("content-type", true),
    DATE("date", true),
    FROM("from", true),
    IN_REPLY_TO("in-reply-to", true),
    MESSAGE_ID("message-id", true),
    MIME_VERSION("mime-version", true),
    REFERENCES("references", true),
    REPLY_TO("reply-to", true),
    SENDER("sender", true),
    SUBJECT("subject", true),
    TO("to", true),
    /** Any other field whose name begins with {@code Content-}. */
    CONTENT_OTHER("", true),
    /** A line that is no header field, or a field with octets that no field may have. */
    MALFORMED("", true),
    BCC("bcc", false),
    CONTENT_LENGTH("content-length", false),
    CONTENT_TRANSFER_ENCODING("content-transfer-encoding", false),
    RECEIVED("received", false),
    /** The separator line of an mbox file, left at the top of a header section. */
    MBOX_SEPARATOR("", false),
    OTHER("", false);

    private static final FieldName[] TABLE = new FieldName[64];
    private static final String CONTENT_PREFIX = "content-";

    static {
        for (FieldName name : values()) {
            if (name.isNamed()) {
                byte[] bytes = name.lowerCase.getBytes(StandardCharsets.US_ASCII);
                TABLE[freeSlot(slot(bytes, 0, bytes.length))] = name;
            }
        }
    }

    private final String lowerCase;
    /** Whether the field is part of the fingerprint of the message in whose header it stands. */
    final boolean counted;

    FieldName(String lowerCase, boolean counted) {
        this.lowerCase = lowerCase;
        this.counted = counted;
    }

    /** The constant for a name given as bytes, in any case. */
    static FieldName of(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        for (FieldName name = TABLE[slot]; name != null; slot = (slot + 1) & 63, name = TABLE[slot]) {
            if (to - from == name.lowerCase.length() && startsWith(bytes, from, to, name.lowerCase)) {
                return name;
            }
        }
        return startsWith(bytes, from, to, CONTENT_PREFIX) ? CONTENT_OTHER : OTHER;
    }

    /** Whether the constant stands for one name. */
    boolean isNamed() {
        return !lowerCase.isEmpty();
    }

    /** Whether the field describes the content of a body part (RFC 2045, section 9) and is counted. */
    boolean countsInPart() {
        return switch (this) {
            case CONTENT_DESCRIPTION, CONTENT_DISPOSITION, CONTENT_ID, CONTENT_TYPE, CONTENT_OTHER, MALFORMED -> true;
            default -> false;
        };
    }

    private static boolean startsWith(byte[] bytes, int from, int to, String lowerCasePrefix) {
        if (to - from < lowerCasePrefix.length()) {
            return false;
        }
        for (int i = 0; i < lowerCasePrefix.length(); i++) {
            if (lowerCase(bytes[from + i]) != lowerCasePrefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The octet in lower case if it is an ASCII letter. */
    static byte lowerCase(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + (bytes[i] | 0x20);
        }
        return (hash ^ (hash >>> 6)) & 63;
    }

    private static int freeSlot(int slot) {
        int free = slot;
        while (TABLE[free] != null) {
            free = (free + 1) & 63;
        }
        return free;
    }
}
