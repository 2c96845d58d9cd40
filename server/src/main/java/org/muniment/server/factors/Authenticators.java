package org.muniment.server.factors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.muniment.server.database.TotpSecrets;
import org.muniment.server.home.SecretBox;

/** The authenticator apps of people: enrols one, and checks its codes. Thread-safe. */
public final class Authenticators {
    /** So long an enrolment waits for its first code. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final long NO_STEP = Long.MIN_VALUE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TotpSecrets secrets;
    private final SecretBox box;
    private final InstantSource clock;

    Authenticators(TotpSecrets secrets, SecretBox box, InstantSource clock) {
        this.secrets = secrets;
        this.box = box;
        this.clock = clock;
    }

    /**
     * A secret that is shown this once.
     *
     * @param base32 for typing
     * @param uri for a QR code
     */
    public record Enrolment(String base32, String uri, Instant expires) {

        /** Without the secret, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Enrolment[" + expires + "]";
        }
    }

    /**
     * The right first code of an app that waits.
     *
     * @param sealed which app that is
     */
    public record FirstCode(String person, String sealed, long step) {

        /** Without the secret, sealed as it is. */
        @Override
        public String toString() {
            return "FirstCode[" + person + "]";
        }
    }

    /**
     * Begins an enrolment, in place of one that was begun before; the app that is enrolled works until the new one is
     * confirmed.
     *
     * @param issuer what the app shows beside the address: the organisation
     */
    public Enrolment begin(String person, String address, String issuer) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        secrets.keepPending(person, box.seal(secret, person), now);
        String base32 = Base32.encode(secret);
        return new Enrolment(base32, uri(base32, address, issuer), now.plus(PATIENCE));
    }

    private static String uri(String base32, String address, String issuer) {
        String label = encoded(issuer) + ":" + encoded(address);
        return "otpauth://totp/" + label + "?secret=" + base32 + "&issuer=" + encoded(issuer)
                + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether an enrolment waits for its first code. */
    public boolean isPending(String person) {
        return pending(person).isPresent();
    }

    private Optional<TotpSecrets.Secret> pending(String person) {
        return secrets.find(person, true)
                .filter(secret -> clock.instant().isBefore(secret.created().plus(PATIENCE)));
    }

    /** The first code of the app that waits; empty if that is not its code, or nothing is pending. Changes nothing. */
    public Optional<FirstCode> first(String person, String code) {
        Optional<TotpSecrets.Secret> pending = pending(person);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong step = matching(pending.get(), person, code);
        return step.isPresent()
                ? Optional.of(new FirstCode(person, pending.get().sealed(), step.getAsLong()))
                : Optional.empty();
    }

    /** Ends the enrolment; false if it does not wait any more, and nothing has changed then. */
    public boolean confirm(FirstCode code) {
        return secrets.confirm(
                code.person(), code.sealed(), code.step(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Checks a code and uses it up, so that nobody who saw it can use it again. */
    public boolean check(String person, String code) {
        Optional<TotpSecrets.Secret> known = secrets.find(person, false);
        if (known.isEmpty()) {
            return false;
        }
        OptionalLong step = matching(known.get(), person, code);
        return step.isPresent() && secrets.use(person, step.getAsLong());
    }

    private OptionalLong matching(TotpSecrets.Secret secret, String person, String code) {
        long used = secret.lastStep() < 0 ? NO_STEP : secret.lastStep();
        return Totp.matching(box.open(secret.sealed(), person), code.replace(" ", ""), clock.instant(), used);
    }

    /** When the app was enrolled, if there is one. */
    public Optional<Instant> enrolled(String person) {
        return secrets.find(person, false).map(TotpSecrets.Secret::created);
    }

    /** Removes it; false if there was none. */
    public boolean remove(String person) {
        return secrets.remove(person);
    }
}
