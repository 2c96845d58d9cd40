package org.muniment.server.database;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** By what identity providers know people. Nothing is ever bound anew by itself. Thread-safe. */
public final class Identities {
    /** The longest subject that a provider may use (OpenID Connect Core 1.0, section 2). */
    public static final int LONGEST_SUBJECT = 255;

    private final Database database;

    public Identities(Database database) {
        this.database = database;
    }

    /** Who that is: {@code adm_…}. */
    public Optional<String> person(String issuer, String subject) {
        return database.jdbc()
                .sql("select person from person_identity where issuer = ? and subject = ?")
                .param(issuer)
                .param(subject)
                .query(String.class)
                .optional();
    }

    /** Whether that provider knows the person already, by whatever subject. */
    public boolean isBound(String issuer, String person) {
        return database.jdbc()
                        .sql("select count(*) from person_identity where issuer = ? and person = ?")
                        .param(issuer)
                        .param(person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Binds a person to a subject; false if one of the two is bound already. */
    public boolean bind(String issuer, String subject, String person, Instant now) {
        try {
            database.jdbc()
                    .sql("insert into person_identity (issuer, subject, person, bound) values (?, ?, ?, ?)")
                    .param(issuer)
                    .param(subject)
                    .param(person)
                    .param(Times.column(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Forgets by what providers know a person; the next sign-in there binds anew. */
    public void forget(String person) {
        database.jdbc()
                .sql("delete from person_identity where person = ?")
                .param(person)
                .update();
    }
}
