package org.muniment.server.ldap;

import java.util.Locale;
import org.muniment.server.language.Message;

/** A directory server was not reached, or did not do what it was asked for. */
public final class LdapFailedException extends Exception {
    private static final long serialVersionUID = 1;

    /** How far it came. */
    public enum Step {
        CONNECT,
        ENCRYPT,
        BIND,
        SEARCH;

        /** As the API writes it: {@code connect}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Step step;
    private final transient Message sentence;

    public LdapFailedException(Step step, Message sentence, Throwable cause) {
        super(sentence.english(), cause);
        this.step = step;
        this.sentence = sentence;
    }

    public LdapFailedException(Step step, Message sentence) {
        super(sentence.english());
        this.step = step;
        this.sentence = sentence;
    }

    /** Where it failed. */
    public Step step() {
        return step;
    }

    /** Why, for whoever runs the server. */
    public Message sentence() {
        return sentence;
    }
}
