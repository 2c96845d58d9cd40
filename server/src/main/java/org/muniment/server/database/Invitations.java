package org.muniment.server.database;

import java.time.Instant;
import java.util.Optional;

/** Invitations that nobody has accepted yet, known by the SHA-256 of their code; at most one per person. Thread-safe. */
public final class Invitations {
    private final Database database;

    public Invitations(Database database) {
        this.database = database;
    }

    /** Whom it is for, and until when. */
    public record Invitation(String person, Instant expires) {}

    /** Keeps one in place of the one before. */
    public void keep(String person, String codeHash, Instant now, Instant expires) {
        database.inTransaction(() -> {
            remove(person);
            database.jdbc()
                    .sql("insert into invitation (person, code_hash, created, expires) values (?, ?, ?, ?)")
                    .param(person)
                    .param(codeHash)
                    .param(Times.column(now))
                    .param(Times.column(expires))
                    .update();
        });
    }

    /** The one of that code, if it has not expired. */
    public Optional<Invitation> find(String codeHash, Instant now) {
        return database.jdbc()
                .sql("select person, expires from invitation where code_hash = ? and expires > ?")
                .param(codeHash)
                .param(Times.column(now))
                .query((row, _) -> new Invitation(row.getString("person"), Times.read(row, "expires")))
                .optional();
    }

    /** Uses up the one of that code; false if somebody was faster, or another one took its place. */
    public boolean use(String codeHash) {
        return database.jdbc()
                        .sql("delete from invitation where code_hash = ?")
                        .param(codeHash)
                        .update()
                == 1;
    }

    /** Removes the one that waits for a person, if there is one. */
    public void remove(String person) {
        database.jdbc()
                .sql("delete from invitation where person = ?")
                .param(person)
                .update();
    }
}
