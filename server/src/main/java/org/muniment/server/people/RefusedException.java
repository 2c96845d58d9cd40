package org.muniment.server.people;

import java.io.Serial;
import org.muniment.server.language.Message;

/** Something cannot be done to that person, or not by that one. */
public final class RefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient Message sentence;
    private final String pointer;

    /** What kind of refusal. */
    public enum Kind {
        /** There is nobody of that id in the organisation. */
        NOT_FOUND,
        /** The caller may not do that. */
        FORBIDDEN,
        /** Not in this state. */
        CONFLICT,
        /** A field cannot be used. */
        FIELD,
        /** A field is missing. */
        REQUIRED
    }

    private RefusedException(Kind kind, Message sentence, String pointer) {
        super(sentence.english());
        this.kind = kind;
        this.sentence = sentence;
        this.pointer = pointer;
    }

    static RefusedException of(Kind kind, Message sentence) {
        return new RefusedException(kind, sentence, "");
    }

    static RefusedException field(String pointer, Message sentence) {
        return new RefusedException(Kind.FIELD, sentence, pointer);
    }

    static RefusedException required(String pointer, Message sentence) {
        return new RefusedException(Kind.REQUIRED, sentence, pointer);
    }

    public Kind kind() {
        return kind;
    }

    /** Why, for the reader. */
    public Message sentence() {
        return sentence;
    }

    /** Which field, as a JSON pointer; empty if it is about none. */
    public String pointer() {
        return pointer;
    }
}
