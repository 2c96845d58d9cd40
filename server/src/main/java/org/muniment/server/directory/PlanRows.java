package org.muniment.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;
import org.muniment.server.language.Message;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps plans, so that one that was shown can be applied after a restart too. Thread-safe. */
final class PlanRows {
    /** Of so many the changes are kept; of older ones only the counts, unless they can be applied. */
    private static final int WITH_CHANGES = 10;

    /** Of so many that can be applied the changes are kept. */
    private static final int OPEN_WITH_CHANGES = 50;

    private static final int SHOWN = 100;
    private static final int READ_AT_ONCE = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final Database database;

    PlanRows(Database database) {
        this.database = database;
    }

    static String counts(Map<String, Long> counts) {
        return JSON.writeValueAsString(counts);
    }

    static Map<String, Long> counts(String json) {
        return JSON.readValue(json, COUNTS);
    }

    void add(String organisation, Plan plan, List<PlanChange> changes) {
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("insert into directory_plan (id, organisation, source, state, revision, created, created_by,"
                            + " confirm_needed, counts) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(plan.id())
                    .param(organisation)
                    .param(plan.source().key())
                    .param(plan.state().key())
                    .param(plan.revision())
                    .param(Times.column(plan.created()))
                    .param(plan.createdBy())
                    .param(plan.confirmNeeded())
                    .param(counts(plan.counts()))
                    .update();
            database.batch(
                    "insert into directory_plan_change (plan, place, kind, document) values (?, ?, ?, ?)",
                    IntStream.range(0, changes.size()).mapToObj(place -> row(plan, place, changes.get(place))));
            forgetOld(organisation, plan.revision());
        });
    }

    private static @Nullable Object[] row(Plan plan, int place, PlanChange change) {
        return new @Nullable Object[] {plan.id(), place, change.kind().key(), JSON.writeValueAsString(change)};
    }

    private void forgetOld(String organisation, long revision) {
        database.jdbc()
                .sql("delete from directory_plan_change where plan in (select id from directory_plan"
                        + " where organisation = ? order by id desc offset " + WITH_CHANGES + " rows)"
                        + " and plan not in (select id from directory_plan where organisation = ? and state = 'open'"
                        + " and revision = ? order by id desc limit " + OPEN_WITH_CHANGES + ")")
                .params(organisation, organisation, revision)
                .update();
    }

    Optional<Plan> find(String organisation, String id) {
        return database.jdbc()
                .sql("select * from directory_plan where organisation = ? and id = ?")
                .param(organisation)
                .param(id)
                .query((row, _) -> plan(row))
                .optional();
    }

    List<Plan> newest(String organisation) {
        return database.jdbc()
                .sql("select * from directory_plan where organisation = ? order by id desc limit " + SHOWN)
                .param(organisation)
                .query((row, _) -> plan(row))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getString("id"),
                AccountSource.of(row.getString("source")),
                Plan.State.of(row.getString("state")),
                row.getLong("revision"),
                Times.read(row, "created"),
                row.getString("created_by"),
                Times.readNullable(row, "ended"),
                row.getString("ended_by"),
                row.getBoolean("confirm_needed"),
                counts(row.getString("counts")));
    }

    /**
     * Changes of a plan in their order.
     *
     * @param kind only these; {@code null} for all
     * @param from the place at which they begin
     */
    List<Placed> changes(String plan, PlanChange.@Nullable Kind kind, int from, int limit) {
        return database.jdbc()
                .sql("select place, document from directory_plan_change where plan = ? and place >= ?"
                        + (kind == null ? "" : " and kind = '" + kind.key() + "'") + " order by plan, place limit "
                        + limit)
                .param(plan)
                .param(from)
                .query((row, _) ->
                        new Placed(row.getInt("place"), JSON.readValue(row.getString("document"), PlanChange.class)))
                .list();
    }

    /** All changes of a plan, read a part at a time: H2 writes a very long result to disk before it gives it out. */
    List<PlanChange> all(String plan) {
        List<PlanChange> all = new ArrayList<>();
        List<Placed> some = changes(plan, null, 0, READ_AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(one -> all.add(one.change()));
            some = changes(plan, null, some.getLast().place() + 1, READ_AT_ONCE);
        }
        return all;
    }

    /** A change and where in its plan it stands. */
    record Placed(int place, PlanChange change) {}

    /** Ends an open plan. */
    void end(String plan, Plan.State state, Instant now, String who) {
        int ended = database.jdbc()
                .sql("update directory_plan set state = ?, ended = ?, ended_by = ? where id = ? and state = 'open'")
                .param(state.key())
                .param(Times.column(now))
                .param(who)
                .param(plan)
                .update();
        if (ended == 0) {
            throw MemberRefusedException.conflict(Message.of("members.plan-ended"));
        }
    }
}
