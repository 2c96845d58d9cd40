package org.muniment.server.security;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Invitations;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Sessions;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.database.SignInPolicy;
import org.muniment.server.factors.ConsoleHost;
import org.muniment.server.factors.Factors;
import org.muniment.server.factors.Passkeys;

/**
 * Signs people in, in one step or two, and out. An unknown address, a wrong password and a person who is kept out are
 * answered alike, and in the same time unless a directory server is asked, which happens for people without a password
 * here alone. Every attempt that was heard is in the archive log; those that were told to wait are
 * not heard. Thread-safe.
 */
public final class SignIn {
    private final OpenArchives archives;
    private final People people;
    private final Sessions sessions;
    private final SignInPolicies policies;
    private final Invitations invitations;
    private final Factors factors;
    private final Proofs proofs;
    private final SignInTickets tickets;
    private final Database database;
    private final InstantSource clock;

    SignIn(
            OpenArchives archives,
            People people,
            Sessions sessions,
            SignInPolicies policies,
            Invitations invitations,
            Factors factors,
            Proofs proofs,
            Database database,
            InstantSource clock) {
        this.archives = archives;
        this.people = people;
        this.sessions = sessions;
        this.policies = policies;
        this.invitations = invitations;
        this.factors = factors;
        this.proofs = proofs;
        this.tickets = new SignInTickets(clock);
        this.database = database;
        this.clock = clock;
    }

    /** What came of an attempt. */
    public sealed interface Result {

        /**
         * Signed in.
         *
         * @param token shown this once
         * @param kind by what the session is known
         * @param mustEnrol whether it is good for nothing but enrolling a second factor
         * @param before the sign-in before this one, if there was one
         */
        record Done(
                String token,
                Sessions.Kind kind,
                Instant expires,
                Person person,
                boolean mustEnrol,
                Optional<Sessions.SignInBefore> before)
                implements Result {

            /** Without the token, so that no log ever shows it. */
            @Override
            public String toString() {
                return "Done[" + person + "]";
            }
        }

        /**
         * The first factor is proven, the second is still to come.
         *
         * @param ticket for {@link SignIn#secondStep}, shown this once
         */
        record SecondStep(String ticket, Instant expires, List<Factors.Method> methods) implements Result {

            public SecondStep {
                methods = List.copyOf(methods);
            }

            /** Without the ticket, so that no log ever shows it. */
            @Override
            public String toString() {
                return "SecondStep[" + methods + "]";
            }
        }

        /** Not signed in. More is not told. */
        record Refused(Why why) implements Result {}

        /** Too many failures; not tried. */
        record Wait(Duration left) implements Result {}
    }

    /** What was wrong, as far as it is told. */
    public enum Why {
        /** No such person, not that password, or she is kept out. */
        CREDENTIALS,
        /** Not that code, recovery code or passkey. */
        FACTOR,
        /** The ticket is used up or over: begin again. */
        TICKET
    }

    /**
     * Tries to sign in by a password.
     *
     * @param kind by what the session is to be known
     * @param client where the attempt comes from
     * @throws IOException if it cannot be logged; nobody is signed in then
     */
    public Result attempt(String givenAddress, String password, Sessions.Kind kind, String client) throws IOException {
        archives.first(); // nobody signs in before the set-up
        String address = givenAddress.strip().toLowerCase(Locale.ROOT);
        Optional<Person> person = Proofs.couldBeAddress(address) ? people.find(address) : Optional.empty();
        Proofs.Answer answer = proofs.password(address, person, password, client);
        if (answer instanceof Proofs.Answer.Wait wait) {
            return new Result.Wait(wait.left());
        }
        if (answer instanceof Proofs.Answer.Wrong
                || person.isEmpty()
                || people.isSuspended(person.get().id())) {
            failed(person, client, "credentials");
            return new Result.Refused(Why.CREDENTIALS);
        }
        return identified(person.get(), kind, client, "password");
    }

    /**
     * Goes on with a person who has proven one factor: asks for the second if she has one.
     *
     * @param how she has proven it, for the log: {@code password}
     */
    public Result identified(Person person, Sessions.Kind kind, String client, String how) throws IOException {
        if (people.isSuspended(person.id())) {
            failed(Optional.of(person), client, "credentials");
            return new Result.Refused(Why.CREDENTIALS);
        }
        List<Factors.Method> methods = factors.of(person.id());
        if (methods.isEmpty()) {
            return admit(person, kind, client, how, false);
        }
        Instant expires = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(SignInTickets.LENGTH);
        return new Result.SecondStep(tickets.issue(person.id(), kind, how, expires), expires, methods);
    }

    /** Admits a person of whom somebody whom the operator trusts says that she has shown two factors. */
    public Result identifiedByTwo(Person person, Sessions.Kind kind, String client, String how) throws IOException {
        if (people.isSuspended(person.id())) {
            failed(Optional.of(person), client, "credentials");
            return new Result.Refused(Why.CREDENTIALS);
        }
        return admit(person, kind, client, how, true);
    }

    /** The second step: proves the second factor of whom the ticket stands for. */
    public Result secondStep(String ticket, Proof proof, String client) throws IOException {
        Optional<Person> person = tickets.find(ticket).flatMap(known -> people.byId(known.person()));
        if (person.isEmpty()) {
            return new Result.Refused(Why.TICKET);
        }
        Duration wait = proofs.waitForFactor(person.get(), client);
        if (!wait.isZero()) {
            return new Result.Wait(wait);
        }
        Optional<SignInTickets.Ticket> known = tickets.attempt(ticket);
        if (known.isEmpty()) {
            return new Result.Refused(Why.TICKET);
        }
        if (!(proofs.factor(person.get(), proof, Passkeys.Use.SECOND_STEP, client) instanceof Proofs.Answer.Held)) {
            failed(person, client, "second factor: " + proof.word());
            return new Result.Refused(Why.FACTOR);
        }
        boolean lastTry = known.get().triesLeft() <= 1;
        if ((!tickets.close(ticket) && !lastTry)
                || people.isSuspended(person.get().id())) {
            return new Result.Refused(Why.TICKET);
        }
        return admit(person.get(), known.get().kind(), client, known.get().first() + ", " + proof.word(), true);
    }

    /** Whose second step a ticket stands for: {@code adm_…}. */
    public Optional<String> personOf(String ticket) {
        return tickets.find(ticket).map(SignInTickets.Ticket::person);
    }

    /** Tries to sign in by a passkey alone. */
    public Result byPasskey(String assertion, ConsoleHost host, Sessions.Kind kind, String client) throws IOException {
        archives.first();
        Proofs.Owned answer = proofs.passkeyAlone(assertion, host, client);
        if (answer instanceof Proofs.Owned.Wait wait) {
            return new Result.Wait(wait.left());
        }
        Optional<Person> person = answer instanceof Proofs.Owned.By by ? people.byId(by.person()) : Optional.empty();
        if (person.isEmpty() || people.isSuspended(person.get().id())) {
            failed(person, client, "passkey");
            return new Result.Refused(Why.FACTOR);
        }
        return admit(person.get(), kind, client, "passkey", true);
    }

    /** An address that nobody has may be a password typed into the wrong field: it is not written down. */
    private void failed(Optional<Person> person, String client, String cause) throws IOException {
        Actor actor = AuditNote.actor(person.map(Person::address).orElse("unknown"), client);
        archiveOf(person).log(actor, "auth.failed", Map.of("cause", cause));
    }

    /**
     * Signs a person in who was appointed a moment ago, by whoever appointed her: the console goes on after the set-up
     * without asking for the password that was just typed.
     */
    public Result founder(String address, String client) throws IOException {
        Optional<Person> person = people.find(address.strip().toLowerCase(Locale.ROOT));
        return person.isEmpty()
                ? new Result.Refused(Why.CREDENTIALS)
                : admit(person.get(), Sessions.Kind.COOKIE, client, "set-up", false);
    }

    /** What nobody's address did is known to the default organisation. */
    private Archive archiveOf(Optional<Person> person) {
        return person.map(known -> archives.of(known.organisation()))
                .orElseGet(archives::first)
                .archive();
    }

    private Result admit(Person person, Sessions.Kind kind, String client, String how, boolean twoFactors)
            throws IOException {
        SignInPolicy policy = policies.of(person.organisation());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expires = now.plus(Duration.ofHours(policy.sessionHours()));
        archiveOf(Optional.of(person))
                .log(
                        AuditNote.actor(person.address(), client),
                        "auth.sign_in",
                        Map.of("expires", expires.toString(), "by", how));
        String token = Tokens.next();
        Duration idle = kind == Sessions.Kind.COOKIE ? Duration.ofMinutes(policy.idleMinutes()) : null;
        var beginning = new Sessions.Beginning(kind, person.id(), client, twoFactors, now, expires, idle);
        database.inTransaction(() -> {
            sessions.begin(Tokens.hash(token), beginning);
            // Whoever gets in without it needs none; whoever still holds it could become her later.
            invitations.remove(person.id());
        });
        Sessions.Session begun = sessions.find(Tokens.hash(token)).orElseThrow();
        return new Result.Done(token, kind, expires, person, begun.lacksFactor(), begun.before());
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
