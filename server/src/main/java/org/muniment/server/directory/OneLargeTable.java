package org.muniment.server.directory;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.muniment.server.language.Message;

/**
 * Lets one table at a time be compared or applied in the whole server: a large one needs much of its memory. Whoever comes
 * meanwhile waits for a bounded time. Not to be entered twice by one thread. Thread-safe.
 */
final class OneLargeTable {
    /** As long as a large table takes. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;

    OneLargeTable(Duration patience) {
        this.patience = patience;
    }

    /** What is done alone. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /**
     * Does it as soon as nobody else does such a thing.
     *
     * @throws MemberRefusedException if it would have to wait for too long
     */
    <T, E extends Exception> T alone(Work<T, E> work) throws E {
        if (!isMyTurn()) {
            throw MemberRefusedException.busy(Message.of("members.busy"));
        }
        try {
            return work.done();
        } finally {
            turn.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
