package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is signed in, by the SHA-256 of the token. Thread-safe. */
public final class Sessions {
    /** Use is noted no oftener than this: a console that asks every second need not write every second. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final People people;

    public Sessions(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** By what a session is known; one kind never passes for the other. */
    public enum Kind {
        /** {@code Authorization: Bearer}, for programs. */
        TOKEN,
        /** A cookie, for the console. */
        COOKIE;

        /** As API and database write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An earlier sign-in, and where it came from. */
    public record SignInBefore(Instant at, String client) {}

    /**
     * A session that is valid now.
     *
     * @param id {@code ses_…}
     * @param organisation whose person it is
     * @param proof how the person proved who she is
     * @param purpose why the person reads, as far as she has said it
     * @param before the sign-in before the one that began it, if there was one
     */
    public record Session(
            String id,
            String person,
            String organisation,
            String address,
            Set<Role> roles,
            Instant expires,
            Proven proof,
            Purpose purpose,
            Optional<SignInBefore> before) {

        /** When the person last proved who she is. */
        public Instant authenticated() {
            return proof.at();
        }

        /** Whether it lacks the second factor that the organisation asks of people with these roles. */
        public boolean lacksFactor() {
            return proof.factorsAsked() && !proof.twoFactors() && roles.stream().anyMatch(Role::readsMail);
        }
    }

    /**
     * Why a person reads.
     *
     * @param reason in her words
     * @param matter the id of a case
     */
    public record Purpose(@Nullable String reason, @Nullable String matter) {
        public static final Purpose NONE = new Purpose(null, null);
    }

    /**
     * How a person proved who she is.
     *
     * @param at when last
     * @param twoFactors whether with two factors
     * @param factorsAsked whether her organisation asks them of whoever reads mail
     */
    public record Proven(Instant at, boolean twoFactors, boolean factorsAsked) {}

    /**
     * A session in a list.
     *
     * @param tokenHash by which the one that asks is known
     */
    public record Listed(
            String id,
            String tokenHash,
            Kind kind,
            @Nullable String client,
            Instant began,
            Instant lastUsed,
            Instant expires,
            boolean twoFactors) {}

    /**
     * A session that begins.
     *
     * @param client where the person signed in from
     * @param twoFactors whether with two factors
     * @param idle how long it may go unused; {@code null} for as long as it lasts
     */
    public record Beginning(
            Kind kind,
            String person,
            String client,
            boolean twoFactors,
            Instant now,
            Instant expires,
            @Nullable Duration idle) {}

    private record Row(
            String id,
            String kind,
            String person,
            String organisation,
            String address,
            Instant expires,
            Proven proof,
            Purpose purpose,
            @Nullable Integer idleSeconds,
            Instant lastUsed,
            Optional<SignInBefore> before) {

        boolean isValid(Instant now) {
            return Sessions.isValid(expires, idleSeconds, lastUsed, now);
        }

        boolean isToBeNoted(Instant now) {
            return !now.isBefore(lastUsed.plus(NOTED_EVERY));
        }
    }

    private static boolean isValid(Instant expires, @Nullable Integer idleSeconds, Instant lastUsed, Instant now) {
        return now.isBefore(expires) && (idleSeconds == null || now.isBefore(lastUsed.plusSeconds(idleSeconds)));
    }

    /** Begins a session, known by the SHA-256 of its token, and forgets those that have ended. */
    public void begin(String tokenHash, Beginning beginning) {
        database.inTransaction(() -> {
            forgetEnded(beginning.now());
            add(tokenHash, beginning);
            database.jdbc()
                    .sql("update person set signed_in_at = ?, signed_in_client = ? where id = ?")
                    .param(Times.column(beginning.now()))
                    .param(beginning.client())
                    .param(beginning.person())
                    .update();
        });
    }

    private void forgetEnded(Instant now) {
        database.jdbc()
                .sql("delete from person_session where expires < ?")
                .param(Times.column(now))
                .update();
    }

    private void add(String tokenHash, Beginning beginning) {
        Duration idle = beginning.idle();
        database.jdbc()
                .sql("insert into person_session (token_hash, id, kind, person, client, created, expires, idle_seconds,"
                        + " last_used, authenticated, second_factor, before_at, before_client)"
                        + " select ?, ?, ?, id, ?, ?, ?, ?, ?, ?, ?, signed_in_at, signed_in_client"
                        + " from person where id = ?")
                .param(tokenHash)
                .param(Ulid.next("ses", beginning.now()))
                .param(beginning.kind().key())
                .param(beginning.client())
                .param(Times.column(beginning.now()))
                .param(Times.column(beginning.expires()))
                .param(idle == null ? null : Math.toIntExact(idle.toSeconds()))
                .param(Times.column(beginning.now()))
                .param(Times.column(beginning.now()))
                .param(beginning.twoFactors())
                .param(beginning.person())
                .update();
    }

    /** The session of a token of that kind if it has not ended; counts as use. */
    public Optional<Session> use(String tokenHash, Kind kind, Instant now) {
        Optional<Row> found = row(tokenHash, kind, now);
        found.filter(row -> row.isToBeNoted(now)).ifPresent(_ -> touch(tokenHash, now));
        return found.map(this::session);
    }

    /** The session of a token of that kind if it has not ended; does not count as use. */
    public Optional<Session> valid(String tokenHash, Kind kind, Instant now) {
        return row(tokenHash, kind, now).map(this::session);
    }

    private Optional<Row> row(String tokenHash, Kind kind, Instant now) {
        return row(tokenHash).filter(row -> row.kind().equals(kind.key())).filter(row -> row.isValid(now));
    }

    /** A session that was used a moment ago. */
    public Optional<Session> find(String tokenHash) {
        return row(tokenHash).map(this::session);
    }

    private Session session(Row row) {
        return new Session(
                row.id(),
                row.person(),
                row.organisation(),
                row.address(),
                people.roles(row.person()),
                row.expires(),
                row.proof(),
                row.purpose(),
                row.before());
    }

    /** The session of a token if it has not ended; does not count as use. */
    public Optional<Session> valid(String tokenHash, Instant now) {
        return row(tokenHash).filter(row -> row.isValid(now)).map(this::session);
    }

    /** Of nobody who is kept out: her sessions are over. */
    private Optional<Row> row(String tokenHash) {
        return database.jdbc()
                .sql("select s.id, s.kind, s.person, p.organisation, p.address, s.expires, s.idle_seconds, s.last_used,"
                        + " s.before_at, s.before_client, s.authenticated, s.second_factor, s.reason, s.matter,"
                        + " o.second_factor as asked"
                        + " from person_session s join person p on p.id = s.person"
                        + " join organisation o on o.id = p.organisation"
                        + " where s.token_hash = ? and p.suspended is null")
                .param(tokenHash)
                .query((row, _) -> new Row(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("person"),
                        row.getString("organisation"),
                        row.getString("address"),
                        Times.read(row, "expires"),
                        new Proven(
                                Times.read(row, "authenticated"),
                                row.getBoolean("second_factor"),
                                SecondFactor.of(row.getString("asked")) == SecondFactor.REQUIRED),
                        new Purpose(row.getString("reason"), row.getString("matter")),
                        row.getObject("idle_seconds", Integer.class),
                        Times.read(row, "last_used"),
                        before(row)))
                .optional();
    }

    private static Optional<SignInBefore> before(ResultSet row) throws SQLException {
        Instant at = Times.readNullable(row, "before_at");
        String client = row.getString("before_client");
        return at == null ? Optional.empty() : Optional.of(new SignInBefore(at, client == null ? "" : client));
    }

    private void touch(String tokenHash, Instant now) {
        database.jdbc()
                .sql("update person_session set last_used = ? where token_hash = ?")
                .param(Times.column(now))
                .param(tokenHash)
                .update();
    }

    /** Ends a session. */
    public void end(String tokenHash) {
        database.jdbc()
                .sql("delete from person_session where token_hash = ?")
                .param(tokenHash)
                .update();
    }

    /** Those of a person that have not ended, the newest first. */
    public List<Listed> of(String person, Instant now) {
        return database
                .jdbc()
                .sql("select * from person_session where person = ? and expires > ? order by created desc, id")
                .param(person)
                .param(Times.column(now))
                .query((row, _) -> Map.entry(listed(row), row.getInt("idle_seconds")))
                .list()
                .stream()
                .filter(one -> one.getValue() == 0
                        || now.isBefore(one.getKey().lastUsed().plusSeconds(one.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("id"),
                row.getString("token_hash"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("client"),
                Times.read(row, "created"),
                Times.read(row, "last_used"),
                Times.read(row, "expires"),
                row.getBoolean("second_factor"));
    }

    /** Ends one of a person; false if she has none of that id. */
    public boolean end(String person, String id) {
        return database.jdbc()
                        .sql("delete from person_session where person = ? and id = ?")
                        .param(person)
                        .param(id)
                        .update()
                == 1;
    }

    /** Ends all of a person but one; tells how many. */
    public int endAll(String person, @Nullable String exceptTokenHash) {
        return database.jdbc()
                .sql("delete from person_session where person = ? and token_hash <> ?")
                .param(person)
                .param(exceptTokenHash == null ? "" : exceptTokenHash)
                .update();
    }

    /** The person proved again who she is. */
    public void proven(String tokenHash, Instant now) {
        database.jdbc()
                .sql("update person_session set authenticated = ? where token_hash = ?")
                .param(Times.column(now))
                .param(tokenHash)
                .update();
    }

    /** From now on this is why the person reads. */
    public void keepPurpose(String tokenHash, Purpose purpose) {
        database.jdbc()
                .sql("update person_session set reason = ?, matter = ? where token_hash = ?")
                .param(purpose.reason())
                .param(purpose.matter())
                .param(tokenHash)
                .update();
    }

    /** From now on it counts as begun with two factors. */
    public void secondFactorProven(String tokenHash) {
        database.jdbc()
                .sql("update person_session set second_factor = true where token_hash = ?")
                .param(tokenHash)
                .update();
    }

    /**
     * Gives the sessions that run in an organisation the lengths of its policy; those that have ended are forgotten first, so
     * that a longer policy wakes none of them.
     */
    public void follow(String organisation, SignInPolicy policy, Instant now) {
        database.inTransaction(() -> {
            for (Begun one : begun(organisation, now)) {
                if (one.runs()) {
                    follow(one, policy);
                } else {
                    end(one.tokenHash());
                }
            }
        });
    }

    private record Begun(String tokenHash, Instant at, boolean runs) {}

    private List<Begun> begun(String organisation, Instant now) {
        return database.jdbc()
                .sql("select s.* from person_session s join person p on p.id = s.person where p.organisation = ?")
                .param(organisation)
                .query((row, _) -> new Begun(
                        row.getString("token_hash"),
                        Times.read(row, "created"),
                        isValid(
                                Times.read(row, "expires"),
                                row.getObject("idle_seconds", Integer.class),
                                Times.read(row, "last_used"),
                                now)))
                .list();
    }

    private void follow(Begun session, SignInPolicy policy) {
        database.jdbc()
                .sql("update person_session set expires = ?,"
                        + " idle_seconds = case when kind = 'cookie' then cast(? as integer) end"
                        + " where token_hash = ?")
                .param(Times.column(session.at().plus(Duration.ofHours(policy.sessionHours()))))
                .param(policy.idleMinutes() * 60)
                .param(session.tokenHash())
                .update();
    }
}
