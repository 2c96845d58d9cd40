package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.message.Attachment;
import org.muniment.server.view.FileKind;

/**
 * An attachment as the API shows it.
 *
 * @param trueType by its first bytes; not told for attachments beyond the first fifty
 * @param typeDiffers whether its name or its declared type claim something else
 */
record AttachmentView(
        int number,
        @Nullable String filename,
        String contentType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String trueType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean typeDiffers,
        long size,
        boolean inline) {
    private static final String MESSAGE = "message/rfc822";

    /** The attachments of a message, judged by their beginnings as far as those were read. */
    static List<AttachmentView> of(List<Attachment> attachments, List<byte[]> heads) {
        List<AttachmentView> views = new ArrayList<>();
        for (int i = 0; i < attachments.size(); i++) {
            views.add(i < heads.size() ? judged(attachments.get(i), heads.get(i)) : of(attachments.get(i), null, null));
        }
        return views;
    }

    private static AttachmentView judged(Attachment attachment, byte[] head) {
        String type = attachment.contentType();
        if (isMessage(type, head)) {
            return of(attachment, MESSAGE, false);
        }
        FileKind kind = FileKind.of(head, type, attachment.filename());
        return of(attachment, kind.mediaType(), kind.contradicts());
    }

    private static AttachmentView of(Attachment attachment, @Nullable String trueType, @Nullable Boolean typeDiffers) {
        return new AttachmentView(
                attachment.number(),
                attachment.filename(),
                attachment.contentType(),
                trueType,
                typeDiffers,
                attachment.size(),
                attachment.inline());
    }

    /** What an attachment is, as far as its first bytes tell. */
    static String trueType(String declared, byte[] head, @Nullable String name) {
        return isMessage(declared, head)
                ? MESSAGE
                : FileKind.of(head, declared, name).mediaType();
    }

    /** A message inside the mail was taken apart as one, so it is one, whatever it begins with. */
    private static boolean isMessage(String declared, byte[] head) {
        return declared.equals(MESSAGE)
                && (head.length == 0 || FileKind.mediaType(head).startsWith("text/"));
    }
}
