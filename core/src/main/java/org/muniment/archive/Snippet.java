package org.muniment.archive;

import java.util.List;
import org.muniment.index.Span;

/**
 * A few words of a found message and where in them a search found something.
 *
 * @param id {@code <writer>-<number>}
 * @param subject places in the subject as {@link org.muniment.index.Hit} shows it
 * @param part where the search found something: the first of body, attachment, subject
 * @param text about 160 characters on one line: around the first place in the body, or the file name of an attachment,
 *     or the beginning of the body
 * @param spans places in the text
 */
public record Snippet(String id, List<Span> subject, Part part, String text, List<Span> spans) {

    /** A part of a message in which words are found. */
    public enum Part {
        /** Only in the subject, of those that are looked at here. */
        SUBJECT,
        /** In the text of the body. */
        BODY,
        /** In the file name of an attachment. */
        ATTACHMENT,
        /** In none of them: the search asked for other things. */
        NONE
    }

    public Snippet {
        subject = List.copyOf(subject);
        spans = List.copyOf(spans);
    }
}
