package org.muniment.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message shows of itself, bounded. Attachments and messages inside it are not part of it.
 *
 * @param html the page, decoded, as its sender wrote it: nothing in it is to be trusted; {@code null} if there is none
 * @param text the plain text; made from the page where there is none
 * @param truncated whether there is more text than is here: at most 2 Mi characters each of page and text are
 * @param inline pictures that the page may show in place; at most 8 MiB in all, the others are left out
 */
public record MessageContent(@Nullable String html, String text, boolean truncated, List<InlinePart> inline) {

    public MessageContent {
        inline = List.copyOf(inline);
    }

    /**
     * A picture with a Content-ID (RFC 2392).
     *
     * @param contentId without angle brackets
     * @param contentType as its sender declared it, lower case: {@code image/…}
     * @param bytes decoded; the caller must not change the array
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to be shown; nobody compares pictures
    public record InlinePart(String contentId, String contentType, byte[] bytes) {}
}
