package org.muniment.server.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.muniment.server.database.Sessions;

/**
 * Who has proven the first of two factors: known by the hash of a ticket that is good for the second step alone, for five
 * minutes and five tries. Kept in memory: only who knows a password gets one, and a restart has people begin again.
 * Thread-safe.
 */
final class SignInTickets {
    static final Duration LENGTH = Duration.ofMinutes(5);

    /** In front of every ticket, so that none is ever taken for a token. */
    static final String PREFIX = "tkt_";

    private static final int TRIES = 5;
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();

    /** What a ticket stands for. */
    record Ticket(String person, Sessions.Kind kind, String first, Instant expires, int triesLeft) {}

    SignInTickets(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Hands one out, shown this once.
     *
     * @param first how the first factor was proven, for the log
     */
    synchronized String issue(String person, Sessions.Kind kind, String first, Instant expires) {
        String ticket = PREFIX + Tokens.next().substring(Tokens.PREFIX.length());
        tickets.put(Tokens.hash(ticket), new Ticket(person, kind, first, expires, TRIES));
        tidy();
        return ticket;
    }

    private void tidy() {
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> !now.isBefore(ticket.expires()));
        Iterator<String> oldest = tickets.keySet().iterator();
        while (tickets.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /** What it stands for, if it is good. */
    synchronized Optional<Ticket> find(String ticket) {
        return Optional.ofNullable(tickets.get(Tokens.hash(ticket)))
                .filter(known -> clock.instant().isBefore(known.expires()));
    }

    /** Takes one try of it. It is worth nothing after the last. */
    synchronized Optional<Ticket> attempt(String ticket) {
        Optional<Ticket> known = find(ticket);
        known.ifPresent(one -> {
            if (one.triesLeft() > 1) {
                tickets.put(
                        Tokens.hash(ticket),
                        new Ticket(one.person(), one.kind(), one.first(), one.expires(), one.triesLeft() - 1));
            } else {
                tickets.remove(Tokens.hash(ticket));
            }
        });
        return known;
    }

    /** It was used; false if somebody was faster. */
    synchronized boolean close(String ticket) {
        return tickets.remove(Tokens.hash(ticket)) != null;
    }
}
