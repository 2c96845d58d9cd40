package org.muniment.store;

import java.io.IOException;

/** There is no room; nothing was kept, and everything goes on when there is room again (SMTP 452, HTTP 507). */
public final class StoreFullException extends IOException {

    public StoreFullException(String message) {
        super(message);
    }
}
