package org.muniment.server.people;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.PasskeyRecords;
import org.muniment.server.database.People;
import org.muniment.server.database.Role;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.database.Sessions;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.factors.Authenticators;
import org.muniment.server.factors.ConsoleHost;
import org.muniment.server.factors.Factors;
import org.muniment.server.factors.Passkeys;
import org.muniment.server.factors.RecoveryCodes;
import org.muniment.server.language.Message;
import org.muniment.server.people.RefusedException.Kind;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Proofs;
import tools.jackson.databind.JsonNode;

/**
 * The second factors of whoever asks, in her own hands. Changes are in the archive log before they happen. Thread-safe; one
 * change at a time, so that two of them cannot remove the last two factors.
 */
public final class OwnFactors {
    private static final int MOST_PASSKEYS = 20;
    private static final int LONGEST_NAME = 100;

    private final OpenArchives archives;
    private final Database database;
    private final People people;
    private final Sessions sessions;
    private final SignInPolicies policies;
    private final Parts parts;
    private final Proofs proofs;

    /** What people can have. */
    record Parts(
            Factors factors,
            Authenticators authenticators,
            RecoveryCodes codes,
            Passkeys passkeys,
            PasskeyRecords records) {}

    OwnFactors(
            OpenArchives archives,
            Database database,
            People people,
            Sessions sessions,
            SignInPolicies policies,
            Parts parts,
            Proofs proofs) {
        this.archives = archives;
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.policies = policies;
        this.parts = parts;
        this.proofs = proofs;
    }

    /** What the caller has, and whether she has to. */
    public record State(
            boolean required, @Nullable Instant totpEnrolled, List<PasskeyRecords.Passkey> passkeys, int codesLeft) {

        public State {
            passkeys = List.copyOf(passkeys);
        }
    }

    /**
     * What came of an enrolment.
     *
     * @param codes shown this once; empty if there were some already
     */
    public record Enrolled(State state, List<String> codes) {

        public Enrolled {
            codes = List.copyOf(codes);
        }

        /** Without the codes, so that no log ever shows them. */
        @Override
        public String toString() {
            return "Enrolled[" + state + "]";
        }
    }

    /** What the caller has. */
    public State state(Caller.Person caller) {
        return new State(
                isRequired(caller),
                parts.authenticators().enrolled(caller.id()).orElse(null),
                parts.records().of(caller.id()),
                parts.codes().left(caller.id()));
    }

    private boolean isRequired(Caller.Person caller) {
        return policies.of(caller.organisation()).secondFactor() == SecondFactor.REQUIRED
                && caller.roles().stream().anyMatch(Role::readsMail);
    }

    /** Begins to enrol an authenticator app. */
    public synchronized Authenticators.Enrolment beginTotp(Caller.Person caller) {
        return parts.authenticators()
                .begin(
                        caller.id(),
                        caller.address(),
                        caller.own(archives).organisation().name());
    }

    /** What came of a first code. */
    public sealed interface Confirmed {

        /** The app is enrolled. */
        record Done(Enrolled enrolled) implements Confirmed {}

        /** Too many codes were wrong; not looked at. */
        record Wait(Duration left) implements Confirmed {}
    }

    /** Enrols the app that waits if that is its first code. */
    public synchronized Confirmed confirmTotp(Caller.Person caller, String code) throws IOException, RefusedException {
        if (!parts.authenticators().isPending(caller.id())) {
            throw RefusedException.of(Kind.NOT_FOUND, Message.of("not-found.enrolment"));
        }
        return switch (proofs.firstCode(caller, code)) {
            case Proofs.First.Wait wait -> new Confirmed.Wait(wait.left());
            case Proofs.First.Wrong _ -> throw wrongCode();
            case Proofs.First.Right right ->
                new Confirmed.Done(enrolled(
                                caller,
                                Map.of("factor", "totp"),
                                () -> parts.authenticators().confirm(right.code()))
                        .orElseThrow(OwnFactors::wrongCode));
        };
    }

    private static RefusedException wrongCode() {
        return RefusedException.field("/code", Message.of("factor.wrong-code"));
    }

    /**
     * Enrols a factor. The session that enrolled has shown it; others of hers have not, and end.
     *
     * @param keep false if there is nothing to keep any more
     */
    private Optional<Enrolled> enrolled(Caller.Person caller, Map<String, String> detail, BooleanSupplier keep)
            throws IOException {
        log(caller, "auth.factor_added", detail);
        Optional<List<String>> codes = database.transacted(() -> {
            if (!keep.getAsBoolean()) {
                return Optional.empty();
            }
            sessions.secondFactorProven(caller.tokenHash());
            sessions.endAll(caller.id(), caller.tokenHash());
            return Optional.of(firstCodes(caller));
        });
        database.sync();
        return codes.map(shown -> new Enrolled(state(caller), shown));
    }

    private List<String> firstCodes(Caller.Person caller) {
        return parts.codes().left(caller.id()) > 0 ? List.of() : parts.codes().renew(caller.id());
    }

    /** Removes the app. */
    public synchronized void removeTotp(Caller.Person caller) throws IOException, RefusedException {
        if (parts.authenticators().enrolled(caller.id()).isEmpty()) {
            throw RefusedException.of(Kind.NOT_FOUND, Message.of("not-found.totp"));
        }
        notTheLast(caller);
        log(caller, "auth.factor_removed", Map.of("factor", "totp"));
        database.inTransaction(() -> {
            parts.authenticators().remove(caller.id());
            parts.factors().tidy(caller.id());
        });
        database.sync();
    }

    private void notTheLast(Caller.Person caller) throws RefusedException {
        if (isRequired(caller) && parts.factors().count(caller.id()) <= 1) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("factor.last"));
        }
    }

    /** Makes new recovery codes, shown this once. */
    public synchronized List<String> renewCodes(Caller.Person caller) throws IOException, RefusedException {
        if (parts.factors().count(caller.id()) == 0) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("factor.none"));
        }
        log(caller, "auth.recovery_codes", Map.of("object", caller.id()));
        List<String> codes = parts.codes().renew(caller.id());
        database.sync();
        return codes;
    }

    /** What the browser needs to make a passkey. */
    public JsonNode passkeyCreation(Caller.Person caller, ConsoleHost host) throws RefusedException {
        if (parts.records().count(caller.id()) >= MOST_PASSKEYS) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("factor.too-many", MOST_PASSKEYS));
        }
        return parts.passkeys().creationOptions(shown(caller), host);
    }

    private Passkeys.Shown shown(Caller.Person caller) {
        return new Passkeys.Shown(
                caller.id(),
                caller.address(),
                people.name(caller.id()),
                caller.own(archives).organisation().name());
    }

    /** Enrols a passkey that the browser made. */
    public synchronized Enrolled addPasskey(Caller.Person caller, String givenName, String credential, ConsoleHost host)
            throws IOException, RefusedException {
        String name = Names.checked("/name", givenName, LONGEST_NAME);
        if (parts.records().count(caller.id()) >= MOST_PASSKEYS) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("factor.too-many", MOST_PASSKEYS));
        }
        PasskeyRecords.Passkey made =
                parts.passkeys().made(shown(caller), name, credential, host).orElseThrow(OwnFactors::refusedPasskey);
        return enrolled(
                        caller,
                        Map.of("factor", "passkey", "name", name),
                        () -> parts.passkeys().keep(made))
                .orElseThrow(OwnFactors::refusedPasskey);
    }

    private static RefusedException refusedPasskey() {
        return RefusedException.field("/credential", Message.of("factor.passkey-refused"));
    }

    /** Removes a passkey. */
    public synchronized void removePasskey(Caller.Person caller, String id) throws IOException, RefusedException {
        PasskeyRecords.Passkey passkey = parts.records().of(caller.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.of(Kind.NOT_FOUND, Message.of("not-found.passkey")));
        notTheLast(caller);
        log(caller, "auth.factor_removed", Map.of("factor", "passkey", "name", passkey.name()));
        database.inTransaction(() -> {
            parts.records().remove(caller.id(), id);
            parts.factors().tidy(caller.id());
        });
        database.sync();
    }

    private void log(Caller.Person caller, String type, Map<String, String> detail) throws IOException {
        caller.own(archives).archive().log(caller.actor(), type, detail);
    }
}
