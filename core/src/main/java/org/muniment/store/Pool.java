package org.muniment.store;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Keeps things that are costly to make and belong to one user at a time. Virtual threads come by the thousand, so
 * thread locals would keep too many. Thread-safe.
 */
final class Pool<T> {
    /** What was used last comes first: it still lies in the processor's cache. */
    private final ConcurrentLinkedDeque<T> idle = new ConcurrentLinkedDeque<>();

    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T thing = idle.pollFirst();
        return thing != null ? thing : maker.get();
    }

    /** Gives back what is in good order; what failed in use is better dropped. */
    void give(T thing) {
        idle.addFirst(thing);
    }
}
