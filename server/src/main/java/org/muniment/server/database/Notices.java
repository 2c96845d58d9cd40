package org.muniment.server.database;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every administrator of an organisation is to know, until each has dismissed it. Thread-safe. */
public final class Notices {
    private static final int MOST_SHOWN = 20;

    private final Database database;

    public Notices(Database database) {
        this.database = database;
    }

    /**
     * One notice.
     *
     * @param id {@code note_…}
     * @param who who did it, as the archive log names her
     * @param address whom it is about
     */
    public record Notice(
            String id,
            String organisation,
            String kind,
            Instant at,
            String who,
            String address,
            @Nullable String role) {}

    /** Adds one. */
    public void add(Notice notice) {
        database.jdbc()
                .sql("insert into notice (id, organisation, kind, at, who, address, role) values (?, ?, ?, ?, ?, ?, ?)")
                .param(notice.id())
                .param(notice.organisation())
                .param(notice.kind())
                .param(Times.column(notice.at()))
                .param(notice.who())
                .param(notice.address())
                .param(notice.role())
                .update();
    }

    /** Those that a person has not dismissed, the newest first. */
    public List<Notice> of(String organisation, String person) {
        return database.jdbc()
                .sql("select * from notice n where organisation = ? and not exists"
                        + " (select 1 from notice_dismissed d where d.notice = n.id and d.person = ?)"
                        + " order by id desc limit " + MOST_SHOWN)
                .param(organisation)
                .param(person)
                .query((row, _) -> new Notice(
                        row.getString("id"),
                        row.getString("organisation"),
                        row.getString("kind"),
                        Times.read(row, "at"),
                        row.getString("who"),
                        row.getString("address"),
                        row.getString("role")))
                .list();
    }

    /** Is not shown to that person any more; false if it was not. */
    public boolean dismiss(String organisation, String person, String id) {
        return of(organisation, person).stream().anyMatch(notice -> notice.id().equals(id))
                && database.jdbc()
                                .sql("insert into notice_dismissed (notice, person) values (?, ?)")
                                .param(id)
                                .param(person)
                                .update()
                        == 1;
    }
}
