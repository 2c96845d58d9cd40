package org.muniment.protocols.smtp;

import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** Where a listener hands its mail. Thread-safe. */
public interface MailReceiver {

    /** Takes the bytes of mail while it arrives. */
    Spool spool();

    /** The same for a mail of which the envelope is known already; who has several spools may choose by it. */
    default Spool spool(Envelope envelope) {
        return spool();
    }

    /**
     * Takes one mail over and returns when its fate is durable; until then nobody has been promised anything. Blocks.
     * Never throws for anything a stranger sent; the caller closes the message.
     */
    Receipt receive(Envelope envelope, RawMessage message);

    /** What became of it: what the listener answers. */
    sealed interface Receipt {

        /** Durable. Answered {@code 250 2.0.0 archived as <id>}. */
        record Archived(String id) implements Receipt {}

        /** Accepted, counted and not kept, as a rule wants it. Answered {@code 250 2.0.0 <text>}. */
        record NotKept(String text) implements Receipt {}

        /** The store cannot take it now. Answered {@code 451 4.3.0}. */
        record TryLater(String text) implements Receipt {}

        /** No room now. Answered {@code 452 4.3.1}. */
        record Full(String text) implements Receipt {}
    }
}
