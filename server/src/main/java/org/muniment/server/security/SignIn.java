package org.muniment.server.security;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.Database;
import org.muniment.server.directory.Passwords;
import org.muniment.server.directory.People;
import org.muniment.server.directory.Person;
import org.muniment.server.directory.Role;
import org.muniment.server.directory.SecondFactor;
import org.muniment.server.directory.Sessions;

/**
 * Signs people in and out. An unknown address and a wrong password are answered alike, in the same time. Every attempt
 * that was heard is in the archive log; those that were told to wait are not heard. Thread-safe.
 */
public final class SignIn {
    /** The absolute end of a session. */
    private static final Duration LENGTH = Duration.ofHours(12);

    /** A console that nobody touches is a console that nobody watches. */
    private static final Duration CONSOLE_IDLE = Duration.ofMinutes(30);

    private static final int LONGEST_ADDRESS = 254;

    private final OpenArchives archives;
    private final People people;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Database database;
    private final InstantSource clock;
    private final SignInThrottle throttle;
    private final String nobodysHash;

    public SignIn(
            OpenArchives archives,
            People people,
            Sessions sessions,
            Passwords passwords,
            Database database,
            InstantSource clock) {
        this.archives = archives;
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.database = database;
        this.clock = clock;
        this.throttle = new SignInThrottle(clock);
        this.nobodysHash = Passwords.nobodysHash();
    }

    /** What came of an attempt. */
    public sealed interface Result {

        /**
         * Signed in.
         *
         * @param token shown this once
         * @param before the sign-in before this one, if there was one
         */
        record Done(String token, Instant expires, Person person, Optional<Sessions.SignInBefore> before)
                implements Result {

            /** Without the token, so that no log ever shows it. */
            @Override
            public String toString() {
                return "Done[" + person + "]";
            }
        }

        /** No such person, or not that password; which of the two is not told. */
        record Refused() implements Result {}

        /** Too many failures; not tried. */
        record Wait(Duration left) implements Result {}

        /** The password was right, but a second factor is asked for that this version cannot take. */
        record SecondFactorNeeded() implements Result {}
    }

    /**
     * Tries to sign in.
     *
     * @param kind by what the session is to be known
     * @param client where the attempt comes from
     * @throws IOException if it cannot be logged; nobody is signed in then
     */
    public Result attempt(String givenAddress, String password, Sessions.Kind kind, String client) throws IOException {
        archives.first(); // nobody signs in before the set-up
        String address = givenAddress.strip().toLowerCase(Locale.ROOT);
        Duration wait = throttle.wait(address, client);
        if (!wait.isZero()) {
            return new Result.Wait(wait);
        }
        throttle.begin(address, client);
        Optional<Person> person = address.length() > LONGEST_ADDRESS ? Optional.empty() : people.find(address);
        String hash = person.map(Person::passwordHash).orElse(nobodysHash);
        if (!passwords.matches(password, hash) || person.isEmpty()) {
            archiveOf(person).log(failedActor(person, client), "auth.failed", Map.of("reason", "credentials"));
            return new Result.Refused();
        }
        throttle.succeeded(address, client);
        return admit(person.get(), kind, client);
    }

    /** An address that nobody has may be a password typed into the wrong field: it is not written down. */
    private static Actor failedActor(Optional<Person> person, String client) {
        return new Actor(person.map(Person::address).orElse("unknown"), client);
    }

    /**
     * Signs a person in who was appointed a moment ago, by whoever appointed her: the console goes on after the set-up
     * without asking for the password that was just typed.
     */
    public Result founder(String address, String client) throws IOException {
        Optional<Person> person = people.find(address.strip().toLowerCase(Locale.ROOT));
        return person.isEmpty() ? new Result.Refused() : admit(person.get(), Sessions.Kind.COOKIE, client);
    }

    /** What nobody's address did is known to the default organisation. */
    private Archive archiveOf(Optional<Person> person) {
        return person.map(known -> archives.of(known.organisation()))
                .orElseGet(archives::first)
                .archive();
    }

    private Result admit(Person person, Sessions.Kind kind, String client) throws IOException {
        Archive archive = archives.of(person.organisation()).archive();
        var actor = new Actor(person.address(), client);
        if (needsSecondFactor(person)) {
            archive.log(actor, "auth.failed", Map.of("reason", "second-factor-required"));
            return new Result.SecondFactorNeeded();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expires = now.plus(LENGTH);
        archive.log(actor, "auth.sign_in", Map.of("expires", expires.toString()));
        String token = Tokens.next();
        Duration idle = kind == Sessions.Kind.COOKIE ? CONSOLE_IDLE : null;
        sessions.begin(Tokens.hash(token), kind, person.id(), client, now, expires, idle);
        return new Result.Done(
                token, expires, person, sessions.find(Tokens.hash(token)).flatMap(Sessions.Session::before));
    }

    private boolean needsSecondFactor(Person person) {
        return archives.of(person.organisation()).organisation().secondFactor() == SecondFactor.REQUIRED
                && person.roles().contains(Role.ARCHIVE_ADMINISTRATOR);
    }

    /** The session by which this person asks. */
    public Optional<Sessions.Session> session(Caller.Person person) {
        return sessions.find(person.tokenHash());
    }

    /** Ends the session that a browser had before it signed in anew, whoever's it was. */
    public void replaced(String token) {
        sessions.end(Tokens.hash(token));
    }

    /** Ends the session by which this person asks. */
    public void signOut(Caller.Person person) throws IOException {
        sessions.end(person.tokenHash());
        database.sync();
        person.own(archives).archive().log(person.actor(), "auth.sign_out", Map.of());
    }
}
