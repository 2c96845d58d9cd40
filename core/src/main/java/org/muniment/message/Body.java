package org.muniment.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail shows of itself.
 *
 * @param html the page, as it came but for its charset; {@code null} if there is none. Nothing in it is to be trusted
 * @param text the plain text; made from the page where there is none
 * @param truncated whether there is more text than is here
 * @param pictures what the page may show in place
 */
public record Body(@Nullable String html, String text, boolean truncated, List<Picture> pictures) {

    public Body {
        pictures = List.copyOf(pictures);
    }

    /**
     * A picture with a Content-ID.
     *
     * @param contentId without angle brackets
     * @param contentType as declared, lower case
     * @param bytes decoded; the caller must not change the array
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to be shown; nobody compares pictures
    public record Picture(String contentId, String contentType, byte[] bytes) {}
}
