package org.muniment.message;

import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an entity says about its body (RFC 2045 and 2183).
 *
 * @param type media type in lower case, never empty
 * @param charset the charset parameter as written, or {@code null}
 * @param boundary the boundary of a multipart, its characters being octets; {@code null} if there is none of use
 * @param encoding the content-transfer-encoding
 * @param disposition the content-disposition in lower case; empty if there is none
 * @param filename the name of a file, decoded, or {@code null}
 * @param contentId the Content-ID without angle brackets, perhaps empty; {@code null} if there is none
 */
record PartHeader(
        String type,
        @Nullable String charset,
        @Nullable String boundary,
        Encoding encoding,
        String disposition,
        @Nullable String filename,
        @Nullable String contentId) {

    /** The type of a body without a type (RFC 2045, section 5.2). */
    static final String PLAIN = "text/plain";

    /** The type of a message inside a mail. */
    static final String MESSAGE = "message/rfc822";

    private static final int LONGEST_BOUNDARY = 200;

    /** How the body is encoded for transport (RFC 2045, section 6). */
    enum Encoding {
        NONE,
        BASE64,
        QUOTED_PRINTABLE,
        /** Named, but by a name that nobody knows: the body is taken as it is. */
        UNKNOWN
    }

    /** What a header without any such field says. */
    static final PartHeader PLAIN_TEXT = new PartHeader(PLAIN, null, null, Encoding.NONE, "", null, null);

    /**
     * Reads the fields that describe the body.
     *
     * @param defaultType the type without a Content-Type (RFC 2046, section 5.1.5)
     */
    static PartHeader of(HeaderSection header, String defaultType, Defects defects) {
        int typeField = header.first(FieldName.CONTENT_TYPE);
        int dispositionField = header.first(FieldName.CONTENT_DISPOSITION);
        int encodingField = header.first(FieldName.CONTENT_TRANSFER_ENCODING);
        int idField = header.first(FieldName.CONTENT_ID);
        if (typeField < 0 && dispositionField < 0 && encodingField < 0 && idField < 0 && defaultType.equals(PLAIN)) {
            return PLAIN_TEXT;
        }
        Parameters type = new Parameters(octets(header, typeField));
        Parameters disposition = new Parameters(octets(header, dispositionField));
        String name = disposition.text("filename", defects);
        return new PartHeader(
                mediaType(type.value(), typeField < 0 ? defaultType : PLAIN),
                type.octets("charset"),
                boundary(type),
                encoding(octets(header, encodingField)),
                disposition.value(),
                name == null ? type.text("name", defects) : name,
                idField < 0 ? null : contentId(octets(header, idField)));
    }

    private static String contentId(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', open + 1);
        return open >= 0 && close > open ? value.substring(open + 1, close).strip() : value;
    }

    /** A value as octets in characters, unfolded. */
    private static String octets(HeaderSection header, int field) {
        if (field < 0) {
            return "";
        }
        FieldTable table = header.table();
        String value = Charsets.ascii(header.bytes(), table.value(field), table.end(field))
                .strip();
        return value.indexOf('\n') < 0 ? value : value.replace("\r", "").replace("\n", "");
    }

    /** A type that is none is plain text (RFC 2045, section 5.2). */
    private static String mediaType(String value, String otherwise) {
        int slash = value.indexOf('/');
        return slash > 0 && slash < value.length() - 1 ? value : otherwise;
    }

    private static @Nullable String boundary(Parameters type) {
        String boundary = type.octets("boundary");
        if (boundary == null) {
            return null;
        }
        String trimmed = boundary.stripTrailing();
        return trimmed.isEmpty() || trimmed.length() > LONGEST_BOUNDARY ? null : trimmed;
    }

    private static Encoding encoding(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) > ' ' && value.charAt(end) != ';') {
            end++;
        }
        return switch (value.substring(0, end).toLowerCase(Locale.ROOT)) {
            case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "7bits", "8bits" -> Encoding.NONE;
            case "base64" -> Encoding.BASE64;
            case "quoted-printable" -> Encoding.QUOTED_PRINTABLE;
            default -> Encoding.UNKNOWN;
        };
    }

    /** Whether a page may show it in place by its Content-ID (RFC 2392). */
    boolean hasId() {
        return contentId != null;
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global") || type.equals("message/news");
    }

    boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /** Whether the body is text to be searched; rich text format is a file format in spite of its name. */
    boolean isText() {
        return isHtml()
                || (type.startsWith("text/") && !type.equals("text/rtf"))
                || (type.startsWith("message/") && !isMessage());
    }

    /** Whether line ends of the content are those of a text, so that transports may have changed them. */
    boolean hasLines() {
        boolean text = type.startsWith("text/") || isHtml();
        return text ? !Charsets.isWide(charset) : encoding != Encoding.BASE64;
    }

    boolean isSignature() {
        return type.equals("application/pgp-signature")
                || type.equals("application/pkcs7-signature")
                || type.equals("application/x-pkcs7-signature");
    }

    boolean isEncrypted() {
        return type.equals("multipart/encrypted")
                || type.equals("application/pkcs7-mime")
                || type.equals("application/x-pkcs7-mime");
    }

    /** The body without its content-transfer-encoding. */
    InputStream decoded(InputStream body) {
        return switch (encoding) {
            case BASE64 -> new Base64Body(body);
            case QUOTED_PRINTABLE -> new QuotedPrintableBody(body);
            case NONE, UNKNOWN -> body;
        };
    }
}
