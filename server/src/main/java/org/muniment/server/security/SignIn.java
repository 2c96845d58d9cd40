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
import org.muniment.server.archives.CurrentArchive;
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
    /** The absolute end of a session; a console session will also end when it is not used. */
    private static final Duration LENGTH = Duration.ofHours(12);

    private static final int LONGEST_ADDRESS = 254;

    private final CurrentArchive current;
    private final People people;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Database database;
    private final InstantSource clock;
    private final SignInThrottle throttle;
    private final String nobodysHash;

    public SignIn(
            CurrentArchive current,
            People people,
            Sessions sessions,
            Passwords passwords,
            Database database,
            InstantSource clock) {
        this.current = current;
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
         */
        record Done(String token, Instant expires, Person person) implements Result {

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
     * @param client where the attempt comes from
     * @throws IOException if it cannot be logged; nobody is signed in then
     */
    public Result attempt(String givenAddress, String password, String client) throws IOException {
        Archive archive = current.get().archive();
        String address = givenAddress.strip().toLowerCase(Locale.ROOT);
        Duration wait = throttle.wait(address, client);
        if (!wait.isZero()) {
            return new Result.Wait(wait);
        }
        throttle.begin(address, client);
        Optional<Person> person = address.length() > LONGEST_ADDRESS ? Optional.empty() : people.find(address);
        String hash = person.map(Person::passwordHash).orElse(nobodysHash);
        if (!passwords.matches(password, hash) || person.isEmpty()) {
            archive.log(failedActor(person, client), "auth.failed", Map.of("reason", "credentials"));
            return new Result.Refused();
        }
        throttle.succeeded(address, client);
        return admit(archive, person.get(), client);
    }

    /** An address that nobody has may be a password typed into the wrong field: it is not written down. */
    private static Actor failedActor(Optional<Person> person, String client) {
        return new Actor(person.map(Person::address).orElse("unknown"), client);
    }

    private Result admit(Archive archive, Person person, String client) throws IOException {
        var actor = new Actor(person.address(), client);
        if (needsSecondFactor(person)) {
            archive.log(actor, "auth.failed", Map.of("reason", "second-factor-required"));
            return new Result.SecondFactorNeeded();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expires = now.plus(LENGTH);
        archive.log(actor, "auth.sign_in", Map.of("expires", expires.toString()));
        String token = Tokens.next();
        sessions.begin(Tokens.hash(token), person.id(), now, expires, null);
        return new Result.Done(token, expires, person);
    }

    private boolean needsSecondFactor(Person person) {
        return current.get().organisation().secondFactor() == SecondFactor.REQUIRED
                && person.roles().contains(Role.ARCHIVE_ADMINISTRATOR);
    }

    /** Ends the session by which this person asks. */
    public void signOut(Caller.Person person) throws IOException {
        sessions.end(person.tokenHash());
        database.sync();
        current.get().archive().log(person.actor(), "auth.sign_out", Map.of());
    }
}
