package org.muniment.store;

import java.io.IOException;

/** The store cannot take or give this now; trying again later may succeed (SMTP 451, HTTP 503). */
public final class StoreUnavailableException extends IOException {

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
