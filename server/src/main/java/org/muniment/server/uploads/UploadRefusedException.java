package org.muniment.server.uploads;

/** Something about an upload cannot be done; the message is a sentence for the client. */
public final class UploadRefusedException extends Exception {
    /** What stands in the way. */
    public enum Why {
        /** The file is larger than is taken. */
        TOO_LARGE,
        /** The person has too many uploads already. */
        TOO_MANY,
        /** The piece does not begin where the one before ended, or a later request goes on with the upload. */
        WRONG_OFFSET,
        /** The piece goes beyond the length that was announced. */
        TOO_LONG,
        /** An import reads it already. */
        IN_USE
    }

    private final Why why;

    UploadRefusedException(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
