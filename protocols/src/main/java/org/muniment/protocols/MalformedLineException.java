package org.muniment.protocols;

import java.io.IOException;

/** A line that is no command of any protocol. It has been read to its end: the connection can go on with the next. */
public final class MalformedLineException extends IOException {

    /** What is wrong with the line. */
    public enum Flaw {
        /** It has more than {@link LineReader#LIMIT} bytes. */
        TOO_LONG,
        /** It ends with LF alone instead of CRLF. */
        BARE_LF,
        /** It holds bytes that are neither ASCII nor UTF-8. */
        NOT_UTF8
    }

    private final Flaw flaw;

    MalformedLineException(Flaw flaw) {
        super(flaw.name());
        this.flaw = flaw;
    }

    /** What is wrong with the line. */
    public Flaw flaw() {
        return flaw;
    }
}
