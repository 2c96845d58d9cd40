package org.muniment.server.events;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What one listener has still to hear. Holds one event per thing that events are about. Thread-safe. */
public final class EventStream implements Closeable {
    private final EventStreams streams;
    private final String person;
    private final String organisation;
    private final boolean archiveAdministrator;
    private final Map<String, Event> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean open = true;

    EventStream(EventStreams streams, String person, String organisation, boolean archiveAdministrator) {
        this.streams = streams;
        this.person = person;
        this.organisation = organisation;
        this.archiveAdministrator = archiveAdministrator;
    }

    String person() {
        return person;
    }

    String organisation() {
        return organisation;
    }

    void offer(Event event) {
        if (!event.organisation().equals(organisation)) {
            return;
        }
        if (event.audience() == Event.Audience.ARCHIVE_ADMINISTRATORS && !archiveAdministrator) {
            return;
        }
        lock.lock();
        try {
            waiting.put(event.name() + " " + event.about(), event);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether anything can still come. */
    public boolean isOpen() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to hear, or for that long; what there is, in the order in which it began. */
    public List<Event> next(long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (open && waiting.isEmpty() && left > 0) {
                left = news.awaitNanos(left);
            }
            List<Event> events = new ArrayList<>(waiting.values());
            waiting.clear();
            return events;
        } catch (InterruptedException e) {
            open = false; // whoever interrupts the request wants its end
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it; who waits is woken. */
    @Override
    public void close() {
        lock.lock();
        try {
            open = false;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        streams.forget(this);
    }
}
