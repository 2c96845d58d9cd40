package org.muniment.server.database;

import java.time.Instant;
import java.util.Optional;

/** Sealed secrets of authenticator apps: at most one that works per person, and one that waits. Thread-safe. */
public final class TotpSecrets {
    private static final long NONE_USED = -1;

    private final Database database;

    public TotpSecrets(Database database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param lastStep the newest step whose code was used; negative if none was
     */
    public record Secret(String sealed, Instant created, long lastStep) {}

    /** The one that works, or the one that waits. */
    public Optional<Secret> find(String person, boolean pending) {
        return database.jdbc()
                .sql("select sealed, created, last_step from totp_secret where person = ? and pending = ?")
                .param(person)
                .param(pending)
                .query((row, _) ->
                        new Secret(row.getString("sealed"), Times.read(row, "created"), row.getLong("last_step")))
                .optional();
    }

    /** Keeps one that waits, in place of one that did. */
    public void keepPending(String person, String sealed, Instant now) {
        database.inTransaction(() -> {
            remove(person, true);
            database.jdbc()
                    .sql("insert into totp_secret (person, pending, sealed, created, last_step)"
                            + " values (?, true, ?, ?, ?)")
                    .param(person)
                    .param(sealed)
                    .param(Times.column(now))
                    .param(NONE_USED)
                    .update();
        });
    }

    /**
     * The one that waits works from now on, and the one before no more.
     *
     * @param sealed the one that is meant
     * @return false if that one does not wait any more; nothing has changed then
     */
    public boolean confirm(String person, String sealed, long usedStep, Instant now) {
        return database.transacted(() -> {
            if (!waits(person, sealed)) {
                return false;
            }
            remove(person, false);
            return database.jdbc()
                            .sql("update totp_secret set pending = false, last_step = ?, created = ?"
                                    + " where person = ? and pending = true and sealed = ?")
                            .param(usedStep)
                            .param(Times.column(now))
                            .param(person)
                            .param(sealed)
                            .update()
                    == 1;
        });
    }

    /** Nobody else changes that row before the end of the transaction. */
    private boolean waits(String person, String sealed) {
        return database.jdbc()
                .sql("select sealed from totp_secret where person = ? and pending = true and sealed = ? for update")
                .param(person)
                .param(sealed)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Notes that the code of a step was used; false if that or a later one was before. */
    public boolean use(String person, long step) {
        return database.jdbc()
                        .sql("update totp_secret set last_step = ?"
                                + " where person = ? and pending = false and last_step < ?")
                        .param(step)
                        .param(person)
                        .param(step)
                        .update()
                == 1;
    }

    /** Removes both; false if none worked. */
    public boolean remove(String person) {
        remove(person, true);
        return remove(person, false) == 1;
    }

    private int remove(String person, boolean pending) {
        return database.jdbc()
                .sql("delete from totp_secret where person = ? and pending = ?")
                .param(person)
                .param(pending)
                .update();
    }
}
