package org.muniment.server.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.MessageContent.InlinePart;

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

    /** The parts that a message brought; of several under one Content-ID the first. */
    static InlineParts of(List<InlinePart> parts) {
        Map<String, byte[]> byId = new HashMap<>();
        parts.forEach(part -> byId.putIfAbsent(part.contentId(), part.bytes()));
        return byId::get;
    }

    /** For a mail without inline parts. */
    static InlineParts none() {
        return contentId -> null;
    }
}
