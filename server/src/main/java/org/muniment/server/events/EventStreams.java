package org.muniment.server.events;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everybody who listens. Bounded: a person can have a few streams, all together a few hundred. Thread-safe. */
public final class EventStreams implements Closeable {
    private static final int MOST_PER_PERSON = 8;
    private static final int MOST = 200;

    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private boolean closed;

    /**
     * Begins to listen.
     *
     * @return nothing if there are too many streams already, of this person or of all
     */
    public synchronized Optional<EventStream> open(String person, String organisation, boolean archiveAdministrator) {
        long own = streams.stream().filter(one -> one.person().equals(person)).count();
        if (closed || own >= MOST_PER_PERSON || streams.size() >= MOST) {
            return Optional.empty();
        }
        var stream = new EventStream(this, person, organisation, archiveAdministrator);
        streams.add(stream);
        return Optional.of(stream);
    }

    /** Whether anybody of an organisation listens; if not, nothing needs to be found out. */
    public boolean isHeard(String organisation) {
        return streams.stream().anyMatch(one -> one.organisation().equals(organisation));
    }

    /** Tells everybody who may hear of it; never waits. */
    public void publish(Event event) {
        for (EventStream stream : streams) {
            stream.offer(event);
        }
    }

    void forget(EventStream stream) {
        streams.remove(stream);
    }

    /** Ends all streams, for the server ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        streams.forEach(EventStream::close);
    }
}
