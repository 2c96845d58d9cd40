package org.muniment.store;

import java.io.IOException;
import java.nio.file.Path;

/** There is no room; nothing was kept, and everything goes on when there is room again (SMTP 452, HTTP 507). */
public final class StoreFullException extends IOException {

    public StoreFullException(String message) {
        super(message);
    }

    /** In the words of the operating system, by which listeners tell a full disk from other troubles. */
    static StoreFullException at(Path folder) {
        return new StoreFullException(
                "No space left on the disk that holds " + folder + "; make room, then everything goes on.");
    }
}
