package org.muniment.server.api;

import java.io.IOException;
import org.muniment.server.language.Message;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;

/** For acts that write an entry of the archive log before they do anything. */
final class Logged {
    private Logged() {}

    /** What is done. */
    @FunctionalInterface
    interface Act<T> {
        T done() throws IOException;
    }

    /** Does it; if the entry cannot be written nothing was done, and the answer says so. */
    static <T> T first(Act<T> act) throws IOException {
        try {
            return act.done();
        } catch (StoreFullException | StoreUnavailableException e) {
            throw Problem.of(
                            ProblemCode.AUDIT_UNAVAILABLE, Message.of("audit.not-done", String.valueOf(e.getMessage())))
                    .exception();
        }
    }
}
