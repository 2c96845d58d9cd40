package org.muniment.server.database;

import java.util.List;

/** Keeps what organisations set of the archiving rules. Thread-safe. */
public final class RuleTable {
    private final Database database;

    public RuleTable(Database database) {
        this.database = database;
    }

    /** What an organisation has set; the presets if it never set anything. */
    public RuleSettings of(String organisation) {
        return database.jdbc()
                .sql("select separate_send from archive_rules where organisation = ?")
                .param(organisation)
                .query(String.class)
                .optional()
                .map(separateSend -> new RuleSettings(
                        texts(
                                "select address from archive_monitor where organisation = ? order by place",
                                organisation),
                        texts(
                                "select name from archive_monitor_header where organisation = ? order by place",
                                organisation),
                        RuleSettings.separateSend(separateSend).orElseThrow()))
                .orElseGet(RuleSettings::preset);
    }

    private List<String> texts(String sql, String organisation) {
        return database.jdbc().sql(sql).param(organisation).query(String.class).list();
    }

    /** Keeps them in place of those before, all or nothing. */
    public void keep(String organisation, RuleSettings settings) {
        database.inTransaction(() -> {
            for (String table : List.of("archive_monitor", "archive_monitor_header", "archive_rules")) {
                database.jdbc()
                        .sql("delete from " + table + " where organisation = ?")
                        .param(organisation)
                        .update();
            }
            database.jdbc()
                    .sql("insert into archive_rules (organisation, separate_send) values (?, ?)")
                    .param(organisation)
                    .param(RuleSettings.key(settings.separateSend()))
                    .update();
            insert(
                    "insert into archive_monitor (organisation, address, place) values (?, ?, ?)",
                    organisation,
                    settings.monitors());
            insert(
                    "insert into archive_monitor_header (organisation, name, place) values (?, ?, ?)",
                    organisation,
                    settings.markerHeaders());
        });
    }

    private void insert(String sql, String organisation, List<String> texts) {
        for (int place = 0; place < texts.size(); place++) {
            database.jdbc()
                    .sql(sql)
                    .param(organisation)
                    .param(texts.get(place))
                    .param(place)
                    .update();
        }
    }
}
