package org.muniment.server.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets so many of a kind of request run at a time for each organisation, so that none keeps another one out. Thread-safe. */
final class PerOrganisation {
    private final int most;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    PerOrganisation(int most) {
        this.most = most;
    }

    /** Takes a place, if one is free; it is given back with {@link #leave}. */
    boolean enter(String organisation) {
        return of(organisation).tryAcquire();
    }

    void leave(String organisation) {
        of(organisation).release();
    }

    private Semaphore of(String organisation) {
        return places.computeIfAbsent(organisation, _ -> new Semaphore(most));
    }
}
