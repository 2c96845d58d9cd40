package org.muniment.index;

import java.util.List;

/**
 * Says where a text holds what a query looks for, as the index itself would find it: folded alike, phrases whole,
 * prefixes, only the fields that the query names; what it excludes is never marked. Spans come in order and neither
 * overlap nor touch. Thread-safe.
 */
public interface Marks {

    /** Where in a subject. */
    List<Span> subject(String text);

    /**
     * Where in the text of a body, from the first place on and no further than so many characters behind its start:
     * a body may be long, and a few lines of it are shown.
     */
    List<Span> body(String text, int reach);

    /** Where in the file name of an attachment. */
    List<Span> filename(String text);
}
