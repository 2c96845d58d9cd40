package org.muniment.server.accounts;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.Actor;
import org.muniment.archive.OpenAccounts.State;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Times;

/** Changes whose mail is archived. The archive log is written first, with what was before and what is after. Thread-safe. */
public final class Policies {
    private final OpenArchives archives;
    private final AccountTurns turns;
    private final AccountSets sets;
    private final AccountRows rows;
    private final Database database;
    private final InstantSource clock;

    Policies(
            OpenArchives archives,
            AccountTurns turns,
            AccountSets sets,
            AccountRows rows,
            Database database,
            InstantSource clock) {
        this.archives = archives;
        this.turns = turns;
        this.sets = sets;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    /** The policy of an organisation. */
    public Policy now(String organisation) {
        return new Policy(archives.of(organisation).organisation().terms().mode(), openNew(organisation));
    }

    OpenNew openNew(String organisation) {
        List<String> departments = database.jdbc()
                .sql("select department from archive_open_new_department where organisation = ? order by department")
                .param(organisation)
                .query(String.class)
                .list();
        return database.jdbc()
                .sql("select * from archive_open_new where organisation = ?")
                .param(organisation)
                .query((row, _) -> new OpenNew(
                        OpenNew.Scope.named(row.getString("scope")).orElseThrow(),
                        departments,
                        row.getBoolean("subdepartments"),
                        Times.read(row, "since")))
                .optional()
                .orElseGet(OpenNew::none);
    }

    /** What the other mode means in numbers. Looks at all addresses of the organisation in mail, so it takes a moment. */
    public PolicyEffect effect(String organisation) throws IOException {
        Organisation known = archives.of(organisation).organisation();
        Instant since = clock.instant().minus(Duration.ofDays(PolicyEffect.DAYS));
        AccountSet accounts = sets.now(organisation);
        Mailboxes mailboxes = sets.mailboxes(organisation);
        Set<String> leftOut = new HashSet<>();
        for (String domain : known.domains()) {
            archives.of(organisation).archive().tally().addresses(domain, since, address -> {
                if (accounts.of(address) != State.OPEN && leftOut.size() < AccountTurns.MOST) {
                    leftOut.add(mailboxes.primary(address));
                }
            });
        }
        return new PolicyEffect(
                accounts.open(),
                leftOut.size(),
                rows.openedByThemselves(organisation, since),
                known.terms().seats(),
                turns.over(known));
    }

    /**
     * Changes the policy; what is empty stays.
     *
     * @param reason why, for the log
     * @throws SeatsExceededException if only opened accounts are to be archived and more are open than there are seats
     */
    public Policy change(
            String organisation,
            Optional<Organisation.Mode> mode,
            Optional<OpenNew> openNew,
            String reason,
            Actor actor)
            throws IOException {
        synchronized (turns.lock(organisation)) {
            Policy before = now(organisation);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Policy after = new Policy(
                    mode.orElse(before.mode()),
                    openNew.map(wanted -> since(wanted, now)).orElse(before.openNew()));
            boolean sameOpenNew = before.openNew().told().equals(after.openNew().told());
            if (before.mode() == after.mode() && sameOpenNew) {
                return before;
            }
            checkSeats(organisation, before, after);
            archives.of(organisation)
                    .archive()
                    .log(actor, "archive.settings", detail(organisation, before, after, reason));
            database.inTransaction(() -> {
                database.jdbc()
                        .sql("update organisation set archive_mode = ? where id = ?")
                        .param(after.mode().key())
                        .param(organisation)
                        .update();
                if (!sameOpenNew) {
                    keep(organisation, after.openNew());
                }
            });
            archives.refresh(organisation); // what is committed counts, whether or not it can be synced
            database.sync();
            return after;
        }
    }

    private static OpenNew since(OpenNew wanted, Instant now) {
        return new OpenNew(wanted.scope(), wanted.departments(), wanted.subdepartments(), now);
    }

    private void checkSeats(String organisation, Policy before, Policy after) {
        Organisation known = archives.of(organisation).organisation();
        Integer seats = known.terms().seats();
        int over = turns.over(known);
        boolean becomesLimited = before.mode() != after.mode() && after.mode() == Organisation.Mode.OPENED_ACCOUNTS;
        if (becomesLimited && seats != null && over > 0) {
            throw new SeatsExceededException(over, seats);
        }
    }

    private Map<String, String> detail(String organisation, Policy before, Policy after, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("object", organisation);
        detail.put("reason", reason);
        detail.put("open", Integer.toString(sets.open(organisation)));
        if (before.mode() != after.mode()) {
            detail.put("before.mode", before.mode().key());
            detail.put("after.mode", after.mode().key());
        }
        if (!before.openNew().told().equals(after.openNew().told())) {
            detail.put("before.open_new", before.openNew().told());
            detail.put("after.open_new", after.openNew().told());
        }
        return detail;
    }

    private void keep(String organisation, OpenNew openNew) {
        for (String table : List.of("archive_open_new_department", "archive_open_new")) {
            database.jdbc()
                    .sql("delete from " + table + " where organisation = ?")
                    .param(organisation)
                    .update();
        }
        database.jdbc()
                .sql("insert into archive_open_new (organisation, scope, subdepartments, since) values (?, ?, ?, ?)")
                .param(organisation)
                .param(openNew.scope().key())
                .param(openNew.subdepartments())
                .param(Times.column(openNew.since()))
                .update();
        for (String department : openNew.departments()) {
            database.jdbc()
                    .sql("insert into archive_open_new_department (organisation, department) values (?, ?)")
                    .param(organisation)
                    .param(department)
                    .update();
        }
    }
}
