package org.muniment.server.view;

import org.jspecify.annotations.Nullable;

/** The parts of one mail that its HTML may show as images (RFC 2392). */
@FunctionalInterface
public interface InlineParts {

    /**
     * The decoded bytes of a part.
     *
     * @param contentId the Content-ID without angle brackets, as the HTML names it behind {@code cid:}
     * @return {@code null} if the mail has no such part
     */
    byte @Nullable [] bytes(String contentId);

    /** For a mail without inline parts. */
    static InlineParts none() {
        return contentId -> null;
    }
}
