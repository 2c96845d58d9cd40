package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organisations of this installation: none before set-up; the oldest is the default one. Thread-safe. */
public final class Organisations {
    private final Database database;

    public Organisations(Database database) {
        this.database = database;
    }

    /** The default organisation, if there is one. */
    public Optional<Organisation> first() {
        return database.jdbc()
                .sql("select * from organisation order by created, id limit 1")
                .query((row, _) -> organisation(row))
                .optional();
    }

    /** The organisation of that id. */
    public Optional<Organisation> find(String id) {
        return database.jdbc()
                .sql("select * from organisation where id = ?")
                .param(id)
                .query((row, _) -> organisation(row))
                .optional();
    }

    /** All of them, the oldest first. */
    public List<Organisation> all() {
        return database.jdbc()
                .sql("select * from organisation order by created, id")
                .query((row, _) -> organisation(row))
                .list();
    }

    private Organisation organisation(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Organisation(
                id,
                row.getString("name"),
                row.getInt("retention_years"),
                SecondFactor.of(row.getString("second_factor")),
                domains(id),
                new Organisation.Terms(
                        row.getObject("seats", Integer.class),
                        row.getObject("service_ends", LocalDate.class),
                        Organisation.Mode.of(row.getString("archive_mode"))),
                Times.read(row, "created"),
                row.getString("created_by"));
    }

    private List<String> domains(String organisation) {
        return database.jdbc()
                .sql("select name from organisation_domain where organisation = ? order by place")
                .param(organisation)
                .query(String.class)
                .list();
    }

    /** The name of the organisation that has a domain, in lower case. */
    public Optional<String> ownerOf(String domain) {
        return database.jdbc()
                .sql("select o.name from organisation o join organisation_domain d on d.organisation = o.id"
                        + " where d.name = ?")
                .param(domain)
                .query(String.class)
                .optional();
    }

    /** Sets what an operator may set. */
    public void set(
            String id, String name, @Nullable Integer seats, @Nullable LocalDate serviceEnds, int retentionYears) {
        database.jdbc()
                .sql("update organisation set name = ?, seats = ?, service_ends = ?, retention_years = ? where id = ?")
                .param(name)
                .param(seats)
                .param(serviceEnds)
                .param(retentionYears)
                .param(id)
                .update();
    }

    /** Takes back one whose archive could not be made, with its people. Whoever has mail is never removed. */
    public void removeUnopened(String id) {
        List.of(
                        "delete from person_role where person in (select id from person where organisation = ?)",
                        "delete from person where organisation = ?",
                        "delete from organisation_domain where organisation = ? and alias_of is not null",
                        "delete from organisation_domain where organisation = ?",
                        "delete from organisation where id = ?")
                .forEach(sql -> database.jdbc().sql(sql).param(id).update());
    }

    /** Adds it; each of its domains has mailboxes of its own. */
    public void add(Organisation organisation) {
        add(organisation, Map.of());
    }

    /**
     * Adds it.
     *
     * @param aliases to every domain that stands for another one that other one
     */
    public void add(Organisation organisation, Map<String, String> aliases) {
        database.jdbc()
                .sql("insert into organisation (id, name, retention_years, second_factor, seats,"
                        + " service_ends, archive_mode, created, created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(organisation.id())
                .param(organisation.name())
                .param(organisation.retentionYears())
                .param(organisation.secondFactor().key())
                .param(organisation.terms().seats())
                .param(organisation.terms().serviceEnds())
                .param(organisation.terms().mode().key())
                .param(Times.column(organisation.created()))
                .param(organisation.createdBy())
                .update();
        for (int place = 0; place < organisation.domains().size(); place++) {
            database.jdbc()
                    .sql("insert into organisation_domain (organisation, name, place, alias_of) values (?, ?, ?, ?)")
                    .param(organisation.id())
                    .param(organisation.domains().get(place))
                    .param(place)
                    .param(aliases.get(organisation.domains().get(place)))
                    .update();
        }
    }
}
