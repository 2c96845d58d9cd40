package org.muniment.message;

/**
 * Something in a mail that is not as it should be. A defect never keeps a mail out of the archive; it says what could
 * not be read.
 *
 * @param kind what is wrong
 * @param detail where or what, short, for an administrator; may quote at most a few words of the mail
 */
public record Defect(Kind kind, String detail) {

    /** The kinds of defect; names are part of the API and never change. */
    public enum Kind {
        /** A header line that is no header field (RFC 5322, section 2.2). */
        MALFORMED_HEADER,
        /** A field whose value cannot be understood, such as a Date that is none. */
        MALFORMED_FIELD,
        /** A multipart without a boundary, or whose end never came (RFC 2046, section 5.1). */
        BROKEN_MULTIPART,
        /** A part whose content-transfer-encoding could not be decoded (RFC 2045, section 6). */
        UNDECODABLE_BODY,
        /** A charset that is unknown, or bytes that do not belong to it. */
        BAD_CHARSET,
        /** Encrypted content: searchable by header only. */
        ENCRYPTED,
        /** A limit was reached, what lies behind it was not read for search; the bytes are kept. */
        LIMIT_REACHED,
        /** The reader itself failed; the bytes are kept. */
        READER_FAILED
    }
}
