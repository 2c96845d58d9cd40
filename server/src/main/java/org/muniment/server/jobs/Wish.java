package org.muniment.server.jobs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What others want of a running job. Thread-safe. */
final class Wish {
    /** The kinds; the last that was wished counts, but nothing takes a wish to leave back. */
    enum Kind {
        GO_ON,
        /** End now, and say so. */
        CANCEL,
        /** The server ends: leave everything so that the next start goes on. */
        LEAVE
    }

    private final CountDownLatch told = new CountDownLatch(1);
    private volatile Kind kind = Kind.GO_ON;

    Kind kind() {
        return kind;
    }

    boolean isToGoOn() {
        return kind == Kind.GO_ON;
    }

    synchronized void tell(Kind wished) {
        if (kind != Kind.LEAVE) {
            kind = wished;
        }
        told.countDown();
    }

    /** Waits a while, at most until somebody wishes an end; tells whether the job is still to go on. */
    boolean pause(long millis) {
        try {
            return !told.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts jobs: who does wants the thread to end
            return false;
        }
    }
}
