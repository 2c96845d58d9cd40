package org.muniment.protocols;

import java.io.IOException;

/** What one protocol says and does on a {@link Listener}'s connections. Thread-safe: one serves all connections. */
public interface LineProtocol {

    /** Its name in logs and thread names, like {@code smtp}. */
    String name();

    /**
     * Talks to one client until either side has had enough; the listener closes. A thrown {@code IOException} means that
     * the connection is gone.
     */
    void serve(Connection connection) throws IOException;

    /** The reply to a client from a network that is not allowed. */
    String notAllowed();

    /** The reply when there are as many connections as there may be. */
    String full();

    /** The reply to a client at rest when the listener stops. */
    String stopping();

    /** The reply to a client that let its time pass. */
    String timedOut();
}
