package org.muniment.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An earlier sign-in, and where it came from. */
    public record SignInBefore(Instant at, String client) {}

    /**
     * A session that is valid now.
     *
     * @param organisation whose person it is
     * @param before the sign-in before the one that began it, if there was one
     */
    public record Session(
            String person,
            String organisation,
            String address,
            Set<Role> roles,
            Instant expires,
            Optional<SignInBefore> before) {}

    private record Row(
            String kind,
            String person,
            String organisation,
            String address,
            Instant expires,
            @Nullable Integer idleSeconds,
            Instant lastUsed,
            Optional<SignInBefore> before) {

        boolean isValid(Instant now) {
            return now.isBefore(expires) && (idleSeconds == null || now.isBefore(lastUsed.plusSeconds(idleSeconds)));
        }

        boolean isToBeNoted(Instant now) {
            return idleSeconds != null && !now.isBefore(lastUsed.plus(NOTED_EVERY));
        }
    }

    /**
     * Begins a session and forgets those that have ended.
     *
     * @param client where the person signed in from
     * @param idle how long it may go unused; {@code null} for as long as it lasts
     */
    public void begin(
            String tokenHash,
            Kind kind,
            String person,
            String client,
            Instant now,
            Instant expires,
            @Nullable Duration idle) {
        database.inTransaction(() -> {
            forgetEnded(now);
            add(tokenHash, kind, person, now, expires, idle);
            database.jdbc()
                    .sql("update person set signed_in_at = ?, signed_in_client = ? where id = ?")
                    .param(Times.column(now))
                    .param(client)
                    .param(person)
                    .update();
        });
    }

    private void forgetEnded(Instant now) {
        database.jdbc()
                .sql("delete from person_session where expires < ?")
                .param(Times.column(now))
                .update();
    }

    private void add(
            String tokenHash, Kind kind, String person, Instant now, Instant expires, @Nullable Duration idle) {
        database.jdbc()
                .sql("insert into person_session (token_hash, kind, person, created, expires, idle_seconds, last_used,"
                        + " before_at, before_client)"
                        + " select ?, ?, id, ?, ?, ?, ?, signed_in_at, signed_in_client from person where id = ?")
                .param(tokenHash)
                .param(kind.key())
                .param(Times.column(now))
                .param(Times.column(expires))
                .param(idle == null ? null : Math.toIntExact(idle.toSeconds()))
                .param(Times.column(now))
                .param(person)
                .update();
    }

    /** The session of a token of that kind if it has not ended; counts as use. */
    public Optional<Session> use(String tokenHash, Kind kind, Instant now) {
        Optional<Row> found =
                row(tokenHash).filter(row -> row.kind().equals(kind.key())).filter(row -> row.isValid(now));
        found.filter(row -> row.isToBeNoted(now)).ifPresent(_ -> touch(tokenHash, now));
        return found.map(this::session);
    }

    /** A session that was used a moment ago. */
    public Optional<Session> find(String tokenHash) {
        return row(tokenHash).map(this::session);
    }

    private Session session(Row row) {
        return new Session(
                row.person(),
                row.organisation(),
                row.address(),
                people.roles(row.person()),
                row.expires(),
                row.before());
    }

    /** Whether the session of a token has not ended; does not count as use. */
    public boolean lasts(String tokenHash, Instant now) {
        return row(tokenHash).filter(row -> row.isValid(now)).isPresent();
    }

    private Optional<Row> row(String tokenHash) {
        return database.jdbc()
                .sql(
                        "select s.kind, s.person, p.organisation, p.address, s.expires, s.idle_seconds, s.last_used, s.before_at, s.before_client"
                                + " from person_session s join person p on p.id = s.person"
                                + " where s.token_hash = ?")
                .param(tokenHash)
                .query((row, _) -> new Row(
                        row.getString("kind"),
                        row.getString("person"),
                        row.getString("organisation"),
                        row.getString("address"),
                        Times.read(row, "expires"),
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
}
