package org.muniment.index.query;

/** A query that cannot be understood. The message is a whole sentence for the person who typed it. */
public final class QuerySyntaxException extends Exception {
    private final int position;

    /**
     * Creates the error.
     *
     * @param position the character where it is wrong, the first being 1
     */
    public QuerySyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** The character where it is wrong, the first being 1. */
    public int position() {
        return position;
    }
}
