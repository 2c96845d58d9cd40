package org.muniment.store;

import java.io.IOException;
import java.nio.file.Path;

/** There is no room; nothing was kept, and everything goes on when there is room again (SMTP 452, HTTP 507). */
public final class StoreFullException extends IOException {

    public StoreFullException(String message) {
        super(message);
    }

    static StoreFullException at(Path folder) {
        return new StoreFullException(
                "The disk that holds " + folder + " is full; make room, then everything goes on.");
    }
}
