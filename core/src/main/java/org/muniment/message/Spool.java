package org.muniment.message;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes the bytes of incoming mail while their length is still unknown, in bounded memory.
 *
 * <p>What does not fit into memory goes to disk encrypted, under a key that lives in memory only. Thread-safe; each
 * {@link Intake} belongs to one thread.
 */
public interface Spool {

    /** Begins taking in one message. */
    Intake begin();

    /** One message being written. {@link #close} before {@link #finish} discards it. */
    abstract class Intake extends OutputStream {

        /** Bytes taken so far. */
        public abstract long size();

        /**
         * Ends the message and hands it over; the raw message is now the caller's to close, and closing this intake no
         * longer discards anything.
         */
        public abstract RawMessage finish() throws IOException;

        @Override
        public abstract void close();
    }
}
