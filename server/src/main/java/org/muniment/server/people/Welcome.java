package org.muniment.server.people;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Invitations;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Sessions;
import org.muniment.server.language.Message;
import org.muniment.server.security.AuditNote;
import org.muniment.server.security.SignInThrottle;

/** Lets people in who were invited: whoever has the code sets the password of the person it is for, once. Thread-safe. */
public final class Welcome {
    private static final int LONGEST_CODE = 200;

    private final OpenArchives archives;
    private final Organisations organisations;
    private final Database database;
    private final People people;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Passwords passwords;
    private final InstantSource clock;
    private final SignInThrottle throttle;

    Welcome(
            OpenArchives archives,
            Organisations organisations,
            Database database,
            People people,
            Sessions sessions,
            Invitations invitations,
            Passwords passwords,
            InstantSource clock) {
        this.archives = archives;
        this.organisations = organisations;
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.invitations = invitations;
        this.passwords = passwords;
        this.clock = clock;
        this.throttle = new SignInThrottle(clock);
    }

    /** What became of an invitation. */
    public sealed interface Outcome {

        /** It is good, or was and is used up now. */
        record Known(String address, String name, String organisation, Instant expires) implements Outcome {}

        /** No invitation has that code, any more. */
        record Unknown() implements Outcome {}

        /** The password cannot be used; nothing was changed. */
        record Refused(Message why) implements Outcome {}

        /** Too many wrong codes; not looked at. */
        record Wait(Duration left) implements Outcome {}
    }

    /** Whom an invitation is for. */
    public Outcome check(String code, String client) {
        Optional<Outcome> wait = heard(client);
        return wait.isPresent()
                ? wait.get()
                : known(code, client).map(this::view).orElse(new Outcome.Unknown());
    }

    /** A client that tried too many codes waits; who the code is for cannot be known before. */
    private Optional<Outcome> heard(String client) {
        Duration wait = throttle.wait(client, client);
        if (!wait.isZero()) {
            return Optional.of(new Outcome.Wait(wait));
        }
        throttle.begin(client, client);
        return Optional.empty();
    }

    private Optional<Invitations.Invitation> known(String code, String client) {
        if (code.length() > LONGEST_CODE || !code.startsWith(Codes.PREFIX)) {
            return Optional.empty();
        }
        Optional<Invitations.Invitation> known = invitations
                .find(Codes.hash(code), clock.instant())
                .filter(invitation -> !people.isSuspended(invitation.person()));
        known.ifPresent(_ -> throttle.succeeded(client, client));
        return known;
    }

    private Outcome view(Invitations.Invitation invitation) {
        Person person = people.byId(invitation.person()).orElseThrow();
        String organisation =
                organisations.find(person.organisation()).orElseThrow().name();
        return new Outcome.Known(person.address(), people.name(person.id()), organisation, invitation.expires());
    }

    /** Sets the password of whom it is for. Sessions that she has end. */
    public Outcome accept(String code, String password, String client) throws IOException {
        Optional<Outcome> wait = heard(client);
        if (wait.isPresent()) {
            return wait.get();
        }
        Optional<Invitations.Invitation> known = known(code, client);
        if (known.isEmpty()) {
            return new Outcome.Unknown();
        }
        Person person = people.byId(known.get().person()).orElseThrow();
        Optional<Message> refusal = Passwords.refusal(password, person.address());
        return refusal.isPresent()
                ? new Outcome.Refused(refusal.get())
                : keep(person, known.get(), Codes.hash(code), passwords.hash(password), client);
    }

    /** The hash took its time: the invitation may be used up, or another one may have taken its place. */
    private synchronized Outcome keep(
            Person person, Invitations.Invitation invitation, String codeHash, String passwordHash, String client)
            throws IOException {
        if (invitations.find(codeHash, clock.instant()).isEmpty()) {
            return new Outcome.Unknown();
        }
        Outcome view = view(invitation);
        archives.of(person.organisation())
                .archive()
                .log(
                        AuditNote.actor(person.address(), client),
                        "auth.invitation_accepted",
                        Map.of("object", person.id()));
        boolean kept = database.transacted(() -> {
            if (!invitations.use(codeHash)) {
                return false; // while it was logged
            }
            people.keepPassword(person.id(), passwordHash);
            sessions.endAll(person.id(), null);
            return true;
        });
        database.sync();
        return kept ? view : new Outcome.Unknown();
    }
}
