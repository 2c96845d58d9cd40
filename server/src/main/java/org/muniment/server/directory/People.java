package org.muniment.server.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
                .query((row, _) -> new Person(
                        row.getString("id"),
                        row.getString("organisation"),
                        row.getString("address"),
                        row.getString("password_hash"),
                        roles(row.getString("id")),
                        Times.read(row, "created")))
                .optional();
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
