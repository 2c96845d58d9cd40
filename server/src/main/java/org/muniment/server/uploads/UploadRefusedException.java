package org.muniment.server.uploads;

import org.muniment.server.language.Message;

/** Something about an upload cannot be done. */
public final class UploadRefusedException extends Exception {
    /** What stands in the way. */
    public enum Why {
        /** The file is larger than is taken. */
        TOO_LARGE,
        /** It would not fit on the disk with all that is under way. */
        NO_ROOM,
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
    private final transient Message sentence;

    UploadRefusedException(Why why, Message sentence) {
        super(sentence.english());
        this.why = why;
        this.sentence = sentence;
    }

    public Why why() {
        return why;
    }

    /** What to say to the client. */
    public Message sentence() {
        return sentence;
    }
}
