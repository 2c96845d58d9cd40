package org.muniment.index;

/** A cursor that this index did not give out for this order: the caller starts again without one. */
public final class BadCursorException extends IllegalArgumentException {
    /** Creates the error; the message is a whole sentence. */
    public BadCursorException(String message) {
        super(message);
    }
}
