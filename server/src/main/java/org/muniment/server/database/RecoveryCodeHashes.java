package org.muniment.server.database;

import java.util.List;

/** Digests of recovery codes that were not used yet. Thread-safe. */
public final class RecoveryCodeHashes {
    private final Database database;

    public RecoveryCodeHashes(Database database) {
        this.database = database;
    }

    /** These in place of all before. */
    public void replace(String person, List<String> hashes) {
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("delete from recovery_code where person = ?")
                    .param(person)
                    .update();
            for (String hash : hashes) {
                database.jdbc()
                        .sql("insert into recovery_code (person, hash) values (?, ?)")
                        .param(person)
                        .param(hash)
                        .update();
            }
        });
    }

    /** Removes one; false if it is not there. */
    public boolean remove(String person, String hash) {
        return database.jdbc()
                        .sql("delete from recovery_code where person = ? and hash = ?")
                        .param(person)
                        .param(hash)
                        .update()
                == 1;
    }

    /** How many there are. */
    public int count(String person) {
        return database.jdbc()
                .sql("select count(*) from recovery_code where person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }
}
