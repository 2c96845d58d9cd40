package org.muniment.protocols.smtp;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/**
 * One message coming in. Takes all of it whatever happens, so that the client can be told the end of the story: what
 * is too large, or cannot be spooled, is forgotten at once, and the rest of it as it comes. Never throws while it
 * takes. Not thread-safe.
 */
final class Reception extends OutputStream {

    /** How it ended. */
    sealed interface Outcome {

        /** All of it is there; the message is the caller's to close. */
        record Whole(RawMessage message) implements Outcome {}

        /** It had more bytes than it may. */
        record TooLarge() implements Outcome {}

        /** The spool could not keep it. */
        record NotSpooled(Exception reason) implements Outcome {}
    }

    private final Spool.Intake intake;
    private final long most;
    private long size;
    private @Nullable Outcome spoiled;

    /** @param most bytes the message may have */
    Reception(Spool.Intake intake, long most) {
        this.intake = intake;
        this.most = most;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (spoiled != null) {
            return;
        }
        size += length;
        if (size > most) {
            spoil(new Outcome.TooLarge());
            return;
        }
        try {
            intake.write(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            spoil(new Outcome.NotSpooled(e));
        }
    }

    private void spoil(Outcome outcome) {
        spoiled = outcome;
        try {
            intake.close();
        } catch (RuntimeException e) {
            spoiled = new Outcome.NotSpooled(e);
        }
    }

    /** Ends the message. */
    Outcome finish() {
        if (spoiled != null) {
            return spoiled;
        }
        try {
            return new Outcome.Whole(intake.finish());
        } catch (IOException | RuntimeException e) {
            return new Outcome.NotSpooled(e);
        }
    }

    /** Forgets what was not finished. */
    @Override
    public void close() {
        if (spoiled == null) {
            intake.close();
        }
    }
}
