package org.muniment.protocols;

import java.net.InetAddress;
import java.time.Duration;

/**
 * Where a listener listens and whom it lets in.
 *
 * @param bind the local address
 * @param port the local port; 0 for any that is free
 * @param allowed the networks that clients may come from
 * @param connections connections at once
 * @param connectionsPerClient connections at once from one address
 * @param patience how long a client may take for one line, or between two pieces of text
 */
public record Door(
        InetAddress bind, int port, Networks allowed, int connections, int connectionsPerClient, Duration patience) {

    public Door {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port must be between 0 and 65535, not " + port);
        }
    }
}
