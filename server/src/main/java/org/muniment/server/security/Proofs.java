package org.muniment.server.security;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.OutsidePasswords;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Sessions;
import org.muniment.server.factors.Authenticators;
import org.muniment.server.factors.ConsoleHost;
import org.muniment.server.factors.Passkeys;
import org.muniment.server.factors.RecoveryCodes;

/**
 * Checks what people show to prove who they are, and slows down who tries. Second factors are counted apart from
 * passwords: whoever knows the password must not be able to start the count of wrong codes afresh by it. Thread-safe.
 */
public final class Proofs {
    private static final int LONGEST_ADDRESS = 254;

    private final OpenArchives archives;
    private final Database database;
    private final People people;
    private final Sessions sessions;
    private final Passwords passwords;
    private final OutsidePasswords outside;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final InstantSource clock;
    private final SignInThrottle throttle;
    private final String nobodysHash;

    Proofs(
            OpenArchives archives,
            Database database,
            People people,
            Sessions sessions,
            Passwords passwords,
            OutsidePasswords outside,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            InstantSource clock) {
        this.archives = archives;
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.outside = outside;
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.clock = clock;
        this.throttle = new SignInThrottle(clock);
        this.nobodysHash = Passwords.nobodysHash();
    }

    /** What a proof is worth. */
    public sealed interface Answer {

        /** It is right. */
        record Held() implements Answer {}

        /** It is wrong. */
        record Wrong() implements Answer {}

        /** Too many were wrong; not looked at. */
        record Wait(Duration left) implements Answer {}
    }

    /** Whose a proof is. */
    sealed interface Owned {

        /** That person's. */
        record By(String person) implements Owned {}

        /** Nobody's. */
        record Nobody() implements Owned {}

        /** Too many were wrong; not looked at. */
        record Wait(Duration left) implements Owned {}
    }

    /** Whether somebody might have that address; nobody here has one with a blank in it, or without a sign {@code @}. */
    static boolean couldBeAddress(String address) {
        return address.length() <= LONGEST_ADDRESS
                && address.indexOf('@') > 0
                && address.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /**
     * Under what attempts for that address are counted. What cannot be one is counted together: a stranger's text must
     * neither fill the memory nor pass for the key of something else.
     */
    static String addressKey(String address) {
        return couldBeAddress(address) ? address : "nobody";
    }

    /**
     * Whether that is the person's password. Takes its time in any case, also for nobody.
     *
     * @param address as it was given, in lower case
     */
    Answer password(String address, Optional<Person> person, String password, String client) {
        String key = addressKey(address);
        Duration wait = throttle.wait(key, client);
        if (!wait.isZero()) {
            return new Answer.Wait(wait);
        }
        throttle.begin(key, client);
        String hash =
                person.filter(Person::hasPassword).map(Person::passwordHash).orElse(nobodysHash);
        boolean matches = passwords.matches(password, hash) && person.isPresent();
        if (!matches && !isOutside(person, password)) {
            return new Answer.Wrong();
        }
        throttle.succeeded(key, client);
        return new Answer.Held();
    }

    private boolean isOutside(Optional<Person> person, String password) {
        return person.filter(one -> !one.hasPassword())
                .filter(one -> outside.isPasswordOf(one, password))
                .isPresent();
    }

    /** How long the next second factor of a person has to wait. */
    Duration waitForFactor(Person person, String client) {
        return throttle.wait(factorKey(person.id()), client);
    }

    /** With blanks, as {@link #addressKey} never has any. */
    private static String factorKey(String person) {
        return "factor of " + person;
    }

    /** Whose a passkey is that signs in alone cannot be known before. */
    private static String passkeyKey(String client) {
        return "passkey of " + client;
    }

    /** Whether that is a second factor of the person; a code is used up by it. */
    Answer factor(Person person, Proof proof, Passkeys.Use use, String client) {
        Duration wait = waitForFactor(person, client);
        if (!wait.isZero()) {
            return new Answer.Wait(wait);
        }
        throttle.begin(factorKey(person.id()), client);
        if (!holds(person, proof, use)) {
            return new Answer.Wrong();
        }
        throttle.succeeded(factorKey(person.id()), client);
        return new Answer.Held();
    }

    private boolean holds(Person person, Proof proof, Passkeys.Use use) {
        return switch (proof) {
            case Proof.Password _ -> false;
            case Proof.Code code -> authenticators.check(person.id(), code.code());
            case Proof.RecoveryCode code -> recoveryCodes.use(person.id(), code.code());
            case Proof.Passkey passkey ->
                passkeys.check(use, person.id(), passkey.assertion(), passkey.host())
                        .isPresent();
        };
    }

    /** Whose passkey that is. */
    Owned passkeyAlone(String assertion, ConsoleHost host, String client) {
        Duration wait = throttle.wait(passkeyKey(client), client);
        if (!wait.isZero()) {
            return new Owned.Wait(wait);
        }
        throttle.begin(passkeyKey(client), client);
        Optional<String> person = passkeys.check(Passkeys.Use.ALONE, "", assertion, host);
        if (person.isEmpty()) {
            return new Owned.Nobody();
        }
        throttle.succeeded(passkeyKey(client), client);
        return new Owned.By(person.get());
    }

    /** What the first code of an app is worth. */
    public sealed interface First {

        /** It is right, and ends the enrolment. */
        record Right(Authenticators.FirstCode code) implements First {}

        /** It is wrong, or no app waits for one. */
        record Wrong() implements First {}

        /** Too many were wrong; not looked at. */
        record Wait(Duration left) implements First {}
    }

    /**
     * Checks the first code of an app: counted as every other code, so that nobody guesses one. The caller logs it and ends
     * the enrolment.
     */
    public First firstCode(Caller.Person caller, String code) {
        Duration wait = throttle.wait(factorKey(caller.id()), caller.client());
        if (!wait.isZero()) {
            return new First.Wait(wait);
        }
        throttle.begin(factorKey(caller.id()), caller.client());
        Optional<Authenticators.FirstCode> right = authenticators.first(caller.id(), code);
        if (right.isEmpty()) {
            return new First.Wrong();
        }
        throttle.succeeded(factorKey(caller.id()), caller.client());
        return new First.Right(right.get());
    }

    /** What somebody can prove again with who she is. */
    public enum Way {
        PASSWORD,
        PASSKEY,
        TOTP;

        /** As the API writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What {@link #again} takes from her, the best first. None from who comes through an identity provider and has enrolled
     * nothing here: she signs in anew.
     *
     * @param host where her browser is: passkeys of another one are of no use there
     */
    public List<Way> ways(Caller.Person caller, ConsoleHost host) {
        Person person = people.byId(caller.id()).orElseThrow();
        List<Way> ways = new ArrayList<>();
        if (person.hasPassword() || outside.mayKnow(person)) {
            ways.add(Way.PASSWORD);
        }
        if (passkeys.has(person.id(), host)) {
            ways.add(Way.PASSKEY);
        }
        if (!person.hasPassword() && authenticators.enrolled(person.id()).isPresent()) {
            ways.add(Way.TOTP);
        }
        return ways;
    }

    /**
     * Proves again who asks, so that {@link Reauthentication} lets dangerous acts through for a while. A code alone is
     * enough only for who has no password.
     *
     * @throws IOException if it cannot be logged; nothing is proven then
     */
    public Answer again(Caller.Person caller, Proof proof) throws IOException {
        Person person = people.byId(caller.id()).orElseThrow();
        Answer answer = switch (proof) {
            case Proof.Password password ->
                password(person.address(), Optional.of(person), password.password(), caller.client());
            case Proof.Code _
            when !person.hasPassword() -> factor(person, proof, Passkeys.Use.PROOF_AGAIN, caller.client());
            case Proof.Passkey _ -> factor(person, proof, Passkeys.Use.PROOF_AGAIN, caller.client());
            case Proof.Code _, Proof.RecoveryCode _ -> new Answer.Wrong();
        };
        log(caller, answer, proof.word());
        if (answer instanceof Answer.Held) {
            sessions.proven(caller.tokenHash(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return answer;
    }

    private void log(Caller.Person caller, Answer answer, String how) throws IOException {
        switch (answer) {
            case Answer.Held _ -> log(caller, "auth.reauth", Map.of("by", how));
            case Answer.Wrong _ -> log(caller, "auth.failed", Map.of("cause", "fresh proof: " + how));
            case Answer.Wait _ -> {} // not heard
        }
    }

    private void log(Caller.Person caller, String type, Map<String, String> detail) throws IOException {
        caller.own(archives).archive().log(caller.actor(), type, detail);
    }

    /** Whether she has a password here: whose is elsewhere changes it there. */
    public boolean hasPassword(Caller.Person caller) {
        return people.byId(caller.id()).orElseThrow().hasPassword();
    }

    /**
     * Changes a person's own password; her other sessions end. Who has none here gets none by this.
     *
     * @param fresh checked by {@link Passwords#refusal} before
     * @throws IOException if it cannot be logged; nothing is changed then
     */
    public Answer changePassword(Caller.Person caller, String old, String fresh) throws IOException {
        Person person = people.byId(caller.id()).orElseThrow();
        if (!person.hasPassword()) {
            return new Answer.Wrong();
        }
        Answer answer = password(person.address(), Optional.of(person), old, caller.client());
        if (answer instanceof Answer.Wrong) {
            log(caller, "auth.failed", Map.of("cause", "change of password"));
        }
        if (answer instanceof Answer.Held) {
            String hash = passwords.hash(fresh);
            log(caller, "auth.password", Map.of("object", person.id()));
            database.inTransaction(() -> {
                people.keepPassword(person.id(), hash);
                sessions.endAll(person.id(), caller.tokenHash());
                sessions.proven(caller.tokenHash(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            });
            database.sync();
        }
        return answer;
    }
}
