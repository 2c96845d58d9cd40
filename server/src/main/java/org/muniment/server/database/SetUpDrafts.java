package org.muniment.server.database;

import java.util.Optional;

/** What was filled in of a set-up so far: at most one, a JSON object without passwords. Thread-safe. */
public final class SetUpDrafts {
    private final Database database;

    public SetUpDrafts(Database database) {
        this.database = database;
    }

    /** The draft, if one was kept. */
    public Optional<String> find() {
        return database.jdbc()
                .sql("select document from set_up_draft")
                .query(String.class)
                .optional();
    }

    /** Keeps a draft in place of the one before; at most 65,536 characters. */
    public void keep(String document) {
        database.inTransaction(() -> {
            remove();
            database.jdbc()
                    .sql("insert into set_up_draft (place, document) values (1, ?)")
                    .param(document)
                    .update();
        });
    }

    /** Removes it; nobody needs it once the organisation is there. */
    public void remove() {
        database.jdbc().sql("delete from set_up_draft").update();
    }
}
