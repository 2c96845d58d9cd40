package org.muniment.message;

import org.jspecify.annotations.Nullable;

/**
 * A body part that a reader would list as an attachment.
 *
 * @param number its place among the attachments of its mail, from 1; the same at every reading
 * @param filename the name, decoded (RFC 2047, RFC 2231); {@code null} if there was none
 * @param contentType the media type as declared, lower case, without parameters
 * @param size decoded bytes as far as they could be decoded
 * @param inline whether its sender wants it shown in its place (RFC 2183, section 2.1)
 * @param contentId the Content-ID by which a page may refer to it, without angle brackets, or {@code null}
 */
public record Attachment(
        int number,
        @Nullable String filename,
        String contentType,
        long size,
        boolean inline,
        @Nullable String contentId) {

    static Attachment of(int number, @Nullable String filename, PartHeader part, long size) {
        String id = part.contentId();
        boolean inline = part.disposition().equals("inline");
        return new Attachment(number, filename, part.type(), size, inline, id == null || id.isEmpty() ? null : id);
    }
}
