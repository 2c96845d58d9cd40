package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of uploads; their bytes lie in files. Thread-safe. */
public final class Uploads {
    private final Database database;

    public Uploads(Database database) {
        this.database = database;
    }

    /** Adds one of which nothing has come yet. */
    public void add(Upload upload, Instant now) {
        database.jdbc()
                .sql("insert into upload (id, person, name, length, held, last_used) values (?, ?, ?, ?, ?, ?)")
                .param(upload.id())
                .param(upload.person())
                .param(upload.name())
                .param(upload.length())
                .param(upload.held())
                .param(Times.column(now))
                .update();
    }

    /** The upload of that id if this person began it. */
    public Optional<Upload> find(String id, String person) {
        return database.jdbc()
                .sql("select * from upload where id = ? and person = ?")
                .param(id)
                .param(person)
                .query((row, _) -> upload(row))
                .optional();
    }

    /** All of them. */
    public List<Upload> all() {
        return database.jdbc()
                .sql("select * from upload order by id")
                .query((row, _) -> upload(row))
                .list();
    }

    /** Those that nobody used since then and no running import reads. */
    public List<Upload> idleSince(Instant then) {
        return database.jdbc()
                .sql("select * from upload where last_used < ? and (import_run is null"
                        + " or import_run in (select id from import_run where finished is not null))")
                .param(Times.column(then))
                .query((row, _) -> upload(row))
                .list();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                row.getLong("length"),
                row.getLong("held"),
                row.getString("import_run"));
    }

    /** How many this person has. */
    public int count(String person) {
        return database.jdbc()
                .sql("select count(*) from upload where person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    /** Bytes that are still to come, of all uploads together. */
    public long expectedBytes() {
        return database.jdbc()
                .sql("select cast(coalesce(sum(length - held), 0) as bigint) from upload")
                .query(Long.class)
                .single();
    }

    /** So many bytes of it are durable. */
    public void hold(String id, long held, Instant now) {
        database.jdbc()
                .sql("update upload set held = ?, last_used = ? where id = ?")
                .param(held)
                .param(Times.column(now))
                .param(id)
                .update();
    }

    /** Gives it to an import if it is this person's, complete, and no other import's; tells whether it was. */
    public boolean give(String id, String person, String importRun) {
        return database.jdbc()
                        .sql("update upload set import_run = ? where id = ? and person = ? and held = length"
                                + " and import_run is null")
                        .param(importRun)
                        .param(id)
                        .param(person)
                        .update()
                == 1;
    }

    /** Takes the uploads of an import back from it; they can be given to another one. */
    public void takeBack(String importRun, Instant now) {
        database.jdbc()
                .sql("update upload set import_run = null, last_used = ? where import_run = ?")
                .param(Times.column(now))
                .param(importRun)
                .update();
    }

    /** The uploads that an import reads. */
    public List<Upload> of(String importRun) {
        return database.jdbc()
                .sql("select * from upload where import_run = ?")
                .param(importRun)
                .query((row, _) -> upload(row))
                .list();
    }

    /** Forgets one. */
    public void remove(String id) {
        database.jdbc().sql("delete from upload where id = ?").param(id).update();
    }
}
