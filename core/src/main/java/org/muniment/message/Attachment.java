package org.muniment.message;

import org.jspecify.annotations.Nullable;

/**
 * A body part that a reader would list as an attachment.
 *
 * @param filename the name, decoded (RFC 2047, RFC 2231); {@code null} if there was none
 * @param contentType the media type as declared, lower case, without parameters
 * @param size decoded bytes as far as they could be decoded
 */
public record Attachment(@Nullable String filename, String contentType, long size) {}
