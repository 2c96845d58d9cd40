package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people who sign in. Thread-safe. */
public final class People {
    private final Database database;

    public People(Database database) {
        this.database = database;
    }

    /** The person of that address in lower case. */
    public Optional<Person> find(String address) {
        return database.jdbc()
                .sql("select * from person where address = ?")
                .param(address)
                .query((row, _) -> person(row))
                .optional();
    }

    /** The person of that id. */
    public Optional<Person> byId(String id) {
        return database.jdbc()
                .sql("select * from person where id = ?")
                .param(id)
                .query((row, _) -> person(row))
                .optional();
    }

    private Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("organisation"),
                row.getString("address"),
                row.getString("password_hash"),
                roles(row.getString("id")),
                Times.read(row, "created"));
    }

    /** Whether somebody keeps the person out for now. */
    public boolean isSuspended(String id) {
        return database.jdbc()
                        .sql("select count(*) from person where id = ? and suspended is not null")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps the person out from that moment on, or lets her in again. */
    public void suspend(String id, @Nullable Instant since) {
        database.jdbc()
                .sql("update person set suspended = ? where id = ?")
                .param(since == null ? null : Times.column(since))
                .param(id)
                .update();
    }

    /** What the person is called; empty if nobody said. */
    public String name(String id) {
        return database.jdbc()
                .sql("select name from person where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Says what the person is called. */
    public void rename(String id, String name) {
        database.jdbc()
                .sql("update person set name = ? where id = ?")
                .param(name)
                .param(id)
                .update();
    }

    /** Keeps the hash of a new password. */
    public void keepPassword(String id, String hash) {
        database.jdbc()
                .sql("update person set password_hash = ? where id = ?")
                .param(hash)
                .param(id)
                .update();
    }

    /** Grants a role; nothing happens if the person has it. */
    public void grant(String id, Role role) {
        if (!roles(id).contains(role)) {
            database.jdbc()
                    .sql("insert into person_role (person, role) values (?, ?)")
                    .param(id)
                    .param(role.key())
                    .update();
        }
    }

    /** Takes a role away. */
    public void revoke(String id, Role role) {
        database.jdbc()
                .sql("delete from person_role where person = ? and role = ?")
                .param(id)
                .param(role.key())
                .update();
    }

    /** How many others of an organisation have a role and can use it: not kept out, and with a way to sign in. */
    public int othersWith(String organisation, Role role, String except) {
        return database.jdbc()
                .sql("select count(*) from person p join person_role r on r.person = p.id where p.organisation = ?"
                        + " and r.role = ? and p.id <> ? and p.suspended is null"
                        + " and (p.password_hash <> '' or p.signed_in_at is not null)")
                .param(organisation)
                .param(role.key())
                .param(except)
                .query(Integer.class)
                .single();
    }

    /** The addresses of those in an organisation who have a role, sorted. */
    public List<String> having(String organisation, Role role) {
        return database.jdbc()
                .sql("select address from person join person_role on person = id where organisation = ? and role = ?"
                        + " order by address")
                .param(organisation)
                .param(role.key())
                .query(String.class)
                .list();
    }

    /** Adds a person with roles. */
    public void add(Person person) {
        database.jdbc()
                .sql("insert into person (id, organisation, address, password_hash, created) values (?, ?, ?, ?, ?)")
                .param(person.id())
                .param(person.organisation())
                .param(person.address())
                .param(person.passwordHash())
                .param(Times.column(person.created()))
                .update();
        for (Role role : person.roles()) {
            database.jdbc()
                    .sql("insert into person_role (person, role) values (?, ?)")
                    .param(person.id())
                    .param(role.key())
                    .update();
        }
    }

    /** What the person set for herself, a JSON object; {@code {}} in the beginning. */
    public String preferences(String person) {
        return database.jdbc()
                .sql("select preferences from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    /** Keeps what the person set for herself, a JSON object of at most 4,000 characters. */
    public void keepPreferences(String person, String json) {
        database.jdbc()
                .sql("update person set preferences = ? where id = ?")
                .param(json)
                .param(person)
                .update();
    }

    Set<Role> roles(String person) {
        return database
                .jdbc()
                .sql("select role from person_role where person = ?")
                .param(person)
                .query(String.class)
                .list()
                .stream()
                .map(Role::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
