package org.muniment.server.setup;

import org.muniment.server.language.Message;

/** There is an organisation already; one per installation, and a set-up never replaces it. */
public final class AlreadySetUpException extends Exception {

    private final transient Message sentence;

    public AlreadySetUpException(String organisation) {
        this(Message.of("set-up.already", organisation));
    }

    private AlreadySetUpException(Message sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    /** What to tell whoever asked. */
    public Message sentence() {
        return sentence;
    }
}
