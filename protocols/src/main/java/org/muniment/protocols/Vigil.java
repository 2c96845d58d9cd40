package org.muniment.protocols;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whose turn it is on one connection, and until when.
 *
 * <p>The connection's own thread says what it is about to do; another thread asks now and then for a verdict. Only a
 * connection that waits for its client can be dismissed with a last word, because only then nothing else is being
 * written; the one that is dismissed learns of it when it wakes. Time that is ours (storing a message) has no limit:
 * the client is not to blame for it. Thread-safe.
 *
 * <p>Looking from outside instead of setting a time-out on each read costs nothing per read, and also ends a peer that
 * never reads its replies, or that feeds a TLS record byte by byte.
 */
final class Vigil {

    /** What is to happen to the connection. */
    enum Verdict {
        KEEP,
        /** The listener stops and this connection has nothing under way: say so and close. */
        SEND_HOME,
        /** The client let its time pass: say so and close. */
        TIME_OUT,
        /** Nothing can be said any more: close. */
        CUT
    }

    private enum Turn {
        OURS,
        /** Waiting for the client in the middle of something. */
        THEIRS,
        /** Waiting for the client, nothing under way. */
        RESTING,
        DISMISSED
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.OURS);
    private volatile long deadline = NEVER;

    /** The connection is going to wait for its client until the deadline, in the time of {@link System#nanoTime}. */
    void await(boolean resting, long until) throws DismissedException {
        deadline = until;
        change(Turn.OURS, resting ? Turn.RESTING : Turn.THEIRS);
    }

    /** The waiting is over, and the connection has its thread again. */
    void resume(boolean resting) throws DismissedException {
        deadline = NEVER; // before the turn changes, or a passed deadline would be taken for that of our own work
        change(resting ? Turn.RESTING : Turn.THEIRS, Turn.OURS);
    }

    private void change(Turn from, Turn to) throws DismissedException {
        if (!turn.compareAndSet(from, to)) {
            throw new DismissedException();
        }
    }

    /** The connection is going to do something that depends on its peer, like writing to it, until the deadline. */
    void hurry(long until) {
        deadline = until;
    }

    /** Nothing depends on the peer any more. */
    void relax() {
        deadline = NEVER;
    }

    /** Whether the connection was dismissed. */
    boolean dismissed() {
        return turn.get() == Turn.DISMISSED;
    }

    /**
     * Decides at time {@code now}. After {@code SEND_HOME} or {@code TIME_OUT}, which is said once, the caller owns the
     * writing side and has until {@code now + grace} before the verdict is {@code CUT}.
     */
    Verdict judge(long now, long grace, boolean stopping) {
        if (stopping && turn.compareAndSet(Turn.RESTING, Turn.DISMISSED)) {
            deadline = now + grace;
            return Verdict.SEND_HOME;
        }
        Turn seen = turn.get();
        if (!passed(now)) {
            return Verdict.KEEP;
        }
        if (seen == Turn.OURS || seen == Turn.DISMISSED) {
            return Verdict.CUT;
        }
        if (!turn.compareAndSet(seen, Turn.DISMISSED)) {
            return Verdict.KEEP;
        }
        deadline = now + grace;
        return Verdict.TIME_OUT;
    }

    private boolean passed(long now) {
        long until = deadline;
        return until != NEVER && now - until >= 0;
    }
}
