package org.muniment.server.jobs;

import java.io.IOException;

/** The file that an item lies in cannot be read there; the message is a sentence without its subject. */
final class UnreadableItemException extends IOException {
    UnreadableItemException(IOException cause) {
        super("cannot be read: " + cause.getMessage(), cause);
    }
}
