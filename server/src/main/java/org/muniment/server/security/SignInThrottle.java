package org.muniment.server.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who tries passwords: after a few failures each further one makes the next attempt wait twice as long, for
 * the address that is tried and for the client that tries. Thread-safe.
 *
 * <p>What it remembers is bounded, if its callers bound the keys, and forgotten half an hour later; the oldest is forgotten
 * first. A stranger can so delay the sign-in of a person he
 * attacks, for minutes at most, never lock it.
 */
public final class SignInThrottle {
    private static final int MOST_REMEMBERED = 20_000;
    private static final int FREE_PER_ADDRESS = 5;
    private static final int FREE_PER_CLIENT = 20;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    private record Failures(int count, Instant last, Instant until) {

        boolean isForgotten(Instant now) {
            return last.plus(FORGOTTEN_AFTER).isBefore(now);
        }
    }

    /** Remembers nothing yet. */
    public SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long these two have to wait before they may try; zero if not at all. */
    public synchronized Duration wait(String address, String client) {
        Duration one = wait(addressKey(address));
        Duration other = wait(clientKey(client));
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration wait(String key) {
        Failures known = failures.get(key);
        Instant now = clock.instant();
        return known == null || !now.isBefore(known.until) ? Duration.ZERO : Duration.between(now, known.until);
    }

    /** An attempt begins. It counts as a failure until it succeeds, so that many at once do not slip through. */
    public synchronized void begin(String address, String client) {
        count(addressKey(address), FREE_PER_ADDRESS);
        count(clientKey(client), FREE_PER_CLIENT);
        forget();
    }

    private void forget() {
        Instant now = clock.instant();
        Iterator<Failures> oldest = failures.values().iterator();
        while (oldest.hasNext()) {
            Failures one = oldest.next();
            if (failures.size() <= MOST_REMEMBERED && !one.isForgotten(now)) {
                return;
            }
            oldest.remove();
        }
    }

    /** How much it remembers. */
    synchronized int remembered() {
        return failures.size();
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Failures known = failures.get(key);
        int before = known == null || known.isForgotten(now) ? 0 : known.count;
        int count = before + 1;
        Duration wait = count < free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - free, 20));
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        failures.put(key, new Failures(count, now, now.plus(bounded)));
    }

    /**
     * An attempt succeeded: the address starts afresh; the client only loses this one, or whoever knows one password
     * could try others for ever.
     */
    public synchronized void succeeded(String address, String client) {
        failures.remove(addressKey(address));
        failures.computeIfPresent(
                clientKey(client), (_, known) -> new Failures(known.count - 1, known.last, known.last));
    }

    private static String addressKey(String address) {
        return "a:" + address;
    }

    private static String clientKey(String client) {
        return "c:" + client;
    }
}
