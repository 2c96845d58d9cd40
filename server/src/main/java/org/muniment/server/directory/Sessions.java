package org.muniment.server.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is signed in, by the SHA-256 of the token. Thread-safe. */
public final class Sessions {
    private final Database database;
    private final People people;

    public Sessions(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** A session that is valid now. */
    public record Session(String person, String address, Set<Role> roles, Instant expires) {}

    private record Row(
            String person,
            String address,
            Instant expires,
            @Nullable Integer idleSeconds,
            Instant lastUsed) {

        boolean isValid(Instant now) {
            return now.isBefore(expires) && (idleSeconds == null || now.isBefore(lastUsed.plusSeconds(idleSeconds)));
        }
    }

    /**
     * Begins a session and forgets those that have ended.
     *
     * @param idle how long it may go unused; {@code null} for as long as it lasts
     */
    public void begin(String tokenHash, String person, Instant now, Instant expires, @Nullable Duration idle) {
        database.jdbc()
                .sql("delete from person_session where expires < ?")
                .param(Times.column(now))
                .update();
        database.jdbc()
                .sql("insert into person_session (token_hash, person, created, expires, idle_seconds, last_used)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(tokenHash)
                .param(person)
                .param(Times.column(now))
                .param(Times.column(expires))
                .param(idle == null ? null : Math.toIntExact(idle.toSeconds()))
                .param(Times.column(now))
                .update();
    }

    /** The session of a token if it has not ended; counts as use. */
    public Optional<Session> use(String tokenHash, Instant now) {
        Optional<Row> found = row(tokenHash).filter(row -> row.isValid(now));
        found.filter(row -> row.idleSeconds() != null).ifPresent(_ -> touch(tokenHash, now));
        return found.map(row -> new Session(row.person(), row.address(), people.roles(row.person()), row.expires()));
    }

    /** Whether the session of a token has not ended; does not count as use. */
    public boolean lasts(String tokenHash, Instant now) {
        return row(tokenHash).filter(row -> row.isValid(now)).isPresent();
    }

    private Optional<Row> row(String tokenHash) {
        return database.jdbc()
                .sql("select s.person, p.address, s.expires, s.idle_seconds, s.last_used"
                        + " from person_session s join person p on p.id = s.person where s.token_hash = ?")
                .param(tokenHash)
                .query((row, _) -> new Row(
                        row.getString("person"),
                        row.getString("address"),
                        Times.read(row, "expires"),
                        row.getObject("idle_seconds", Integer.class),
                        Times.read(row, "last_used")))
                .optional();
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
