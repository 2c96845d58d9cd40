package org.muniment.server.accounts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;

/** What archive accounts need of the directory, many rows at once. Nothing of it is changed here. Thread-safe. */
final class DirectoryRows {
    private static final String IN_DEPARTMENTS =
            " and d.id in (select m.account from directory_membership m where m.ended is null"
                    + " and m.department = any(?))";

    private final Database database;

    DirectoryRows(Database database) {
        this.database = database;
    }

    Mailboxes mailboxes(String organisation) {
        Map<String, String> primaries = new HashMap<>();
        database.jdbc()
                .sql("select l.address as alias, d.address from directory_address l"
                        + " join directory_account d on d.id = l.account"
                        + " where l.organisation = ? and l.live = true and l.place > 0")
                .param(organisation)
                .query(row -> {
                    primaries.put(row.getString("alias"), row.getString("address"));
                });
        Map<String, String> domains = new HashMap<>();
        database.jdbc()
                .sql("select name, alias_of from organisation_domain where organisation = ? and alias_of is not null")
                .param(organisation)
                .query(row -> {
                    domains.put(row.getString("name"), row.getString("alias_of"));
                });
        return new Mailboxes(Map.copyOf(primaries), Map.copyOf(domains));
    }

    /** Accounts that have not left and have no archive account yet. */
    List<String> unknown(String organisation) {
        return database.jdbc()
                .sql("select d.address from directory_account d where d.organisation = ? and d.state <> 'deleted'"
                        + " and not exists (select 1 from archive_account a"
                        + " where a.organisation = d.organisation and a.address = d.address) order by d.address")
                .param(organisation)
                .query(String.class)
                .list();
    }

    /**
     * Accounts that have not left and that nobody has opened or closed, while one is open under another address of the same
     * person: an alias, or the primary address of before that is nobody else's now. By address.
     */
    List<String> renamed(String organisation) {
        return database.jdbc()
                .sql("select distinct a.address from archive_account o"
                        + " join directory_address l on l.organisation = o.organisation and l.address = o.address"
                        + " join directory_account d on d.id = l.account and d.address <> l.address"
                        + " join archive_account a on a.organisation = d.organisation and a.address = d.address"
                        + " where o.organisation = ? and o.is_open and a.opened is null and a.closed is null"
                        + " and d.state <> 'deleted' and (l.live = true or (l.place = 0 and not exists"
                        + " (select 1 from directory_address x where x.organisation = l.organisation"
                        + " and x.address = l.address and x.live = true))) order by a.address")
                .param(organisation)
                .query(String.class)
                .list();
    }

    /** Those of these departments that have not left, by address. */
    List<String> members(String organisation, Collection<String> departments) {
        return database.jdbc()
                .sql("select d.address from directory_account d where d.organisation = ? and d.state <> 'deleted'"
                        + IN_DEPARTMENTS + " order by d.address")
                .param(organisation)
                .param(departments.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Active accounts of everybody that came since then and that nobody has opened or closed. */
    List<String> fresh(String organisation, OpenNew openNew) {
        return database.jdbc()
                .sql(FRESH + " order by a.address")
                .param(organisation)
                .param(Times.column(openNew.since()))
                .query(String.class)
                .list();
    }

    /** The same of these departments only. */
    List<String> fresh(String organisation, OpenNew openNew, Collection<String> departments) {
        return database.jdbc()
                .sql(FRESH + IN_DEPARTMENTS + " order by a.address")
                .param(organisation)
                .param(Times.column(openNew.since()))
                .param(departments.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static final String FRESH = "select a.address from archive_account a join directory_account d"
            + " on d.organisation = a.organisation and d.address = a.address"
            + " where a.organisation = ? and a.opened is null and a.closed is null and a.known >= ?"
            + " and d.state = 'active'";
}
