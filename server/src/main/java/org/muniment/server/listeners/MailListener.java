package org.muniment.server.listeners;

import java.time.Duration;

/** A listener that takes mail, as the server sees it: it runs, counts and can be stopped. Thread-safe. */
public interface MailListener {

    /** The port it listens on. */
    int port();

    /** How many connections are open. */
    long connections();

    /** How many mails were acknowledged since the start. */
    long accepted();

    /** How many connections and mails were turned away since the start. */
    long refused();

    /** Takes no more connections, lets running transactions end for that long, then cuts them off. */
    void stop(Duration grace);
}
