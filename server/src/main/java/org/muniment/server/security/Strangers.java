package org.muniment.server.security;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the archive log know of failures of people whom nobody knows: tokens that are none, requests that another site may
 * have forged, arrivals from an identity provider that fail. The first of an address is an entry at once; what it repeats is counted, and told by one entry a minute. Of more
 * than {@value #MOST} addresses the rest is one entry together. So no stranger can fill the log. Counts that are not told yet
 * are lost when the process is killed. Thread-safe.
 */
public final class Strangers {
    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
    private static final int MOST = 200;

    /** The cause where a page of another site may have had a visitor's browser send something. */
    static final String FORGED = "forged request";

    /** Where entries go. */
    @FunctionalInterface
    interface Entries {
        void write(Actor actor, Map<String, String> detail) throws IOException;
    }

    /** What is told together. */
    private record Failure(
            @Nullable String client, String cause, @Nullable String code) {
        Failure fromAnywhere() {
            return new Failure(null, cause, null);
        }
    }

    private final Entries entries;

    /** How often each happened since it was told last. */
    private final Map<Failure, Long> untold = new LinkedHashMap<>();

    Strangers(Entries entries) {
        this.entries = entries;
    }

    /**
     * Somebody failed. What cannot be written now is told later: he is refused in any case.
     *
     * @param cause in which way he tried: {@code token}
     * @param code what was wrong, if more can be said; nothing that he wrote
     */
    public void failed(String client, String cause, @Nullable String code) {
        Failure failure = new Failure(client, cause, code);
        if (isFirst(failure)) {
            write(failure, 1);
        }
    }

    private synchronized boolean isFirst(Failure given) {
        Failure failure = untold.containsKey(given) || untold.size() < MOST ? given : given.fromAnywhere();
        boolean first = failure.client() != null && !untold.containsKey(failure);
        untold.merge(failure, first ? 0L : 1L, Long::sum);
        return first;
    }

    /** Tells what was counted; to be called once a minute, and at the end. */
    public void tell() {
        take().forEach(this::write);
    }

    private synchronized Map<Failure, Long> take() {
        untold.values().removeIf(count -> count == 0);
        Map<Failure, Long> due = new LinkedHashMap<>(untold);
        untold.replaceAll((_, _) -> 0L); // whoever goes on is counted, not told at once
        return due;
    }

    private void write(Failure failure, long count) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("cause", failure.cause());
        if (failure.code() != null) {
            detail.put("code", failure.code());
        }
        if (count > 1) {
            detail.put("count", Long.toString(count));
        }
        try {
            entries.write(new Actor("unknown", failure.client()), detail);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The archive log could not be told of a failed attempt; it is told later", e);
            synchronized (this) {
                untold.merge(failure, count, Long::sum);
            }
        }
    }
}
