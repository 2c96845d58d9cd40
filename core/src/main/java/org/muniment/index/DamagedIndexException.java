package org.muniment.index;

import java.io.IOException;

/** The index cannot be read. Nothing is lost: it is built again from the store. */
public final class DamagedIndexException extends IOException {
    /** Creates the error; the message is a whole sentence. */
    public DamagedIndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
