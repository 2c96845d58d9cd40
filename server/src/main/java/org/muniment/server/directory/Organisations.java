package org.muniment.server.directory;

import java.util.List;
import java.util.Optional;

/** The organisation of this installation: none before set-up, then one. Thread-safe. */
public final class Organisations {
    private final Database database;

    public Organisations(Database database) {
        this.database = database;
    }

    /** The organisation, if there is one. */
    public Optional<Organisation> find() {
        List<String> domains = database.jdbc()
                .sql("select name from organisation_domain order by place")
                .query(String.class)
                .list();
        return database.jdbc()
                .sql("select * from organisation")
                .query((row, _) -> new Organisation(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("retention_years"),
                        SecondFactor.of(row.getString("second_factor")),
                        domains,
                        Times.read(row, "created"),
                        row.getString("created_by")))
                .optional();
    }

    /** Adds it. */
    public void add(Organisation organisation) {
        database.jdbc()
                .sql("insert into organisation (id, name, retention_years, second_factor, created, created_by)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(organisation.id())
                .param(organisation.name())
                .param(organisation.retentionYears())
                .param(organisation.secondFactor().key())
                .param(Times.column(organisation.created()))
                .param(organisation.createdBy())
                .update();
        for (int place = 0; place < organisation.domains().size(); place++) {
            database.jdbc()
                    .sql("insert into organisation_domain (organisation, name, place) values (?, ?, ?)")
                    .param(organisation.id())
                    .param(organisation.domains().get(place))
                    .param(place)
                    .update();
        }
    }
}
