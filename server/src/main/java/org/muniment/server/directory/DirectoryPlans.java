package org.muniment.server.directory;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.database.Database;
import org.muniment.server.database.Ulid;
import org.muniment.server.language.Message;

/**
 * Changes many accounts at once: first a plan that can be looked at, then exactly that or nothing. A plan survives a
 * restart; it is overtaken as soon as anything else changes the directory. Thread-safe.
 */
public final class DirectoryPlans {
    /** The largest table that is read. */
    public static final int MOST_BYTES = MemberCsv.MOST_BYTES;

    private final ChangeDoor door;
    private final Members members;
    private final MailDomains domains;
    private final MemberRows rows;
    private final PlanRows plans;
    private final OneLargeTable turn;
    private final InstantSource clock;

    DirectoryPlans(
            Database database,
            ChangeDoor door,
            Members members,
            MailDomains domains,
            OneLargeTable turn,
            InstantSource clock) {
        this.door = door;
        this.members = members;
        this.domains = domains;
        this.rows = new MemberRows(database);
        this.plans = new PlanRows(database);
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * Some changes of a plan.
     *
     * @param next where the next ones begin; {@code null} at the end
     */
    public record Page(List<PlanChange> changes, @Nullable Integer next) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Of the directory as it is; asked for before anything is read from which a plan is made. */
    long revision(String organisation) {
        return door.revision(organisation);
    }

    MemberChecks checks(String organisation) {
        return new MemberChecks(members.tree(organisation), domains.names(organisation));
    }

    /**
     * Makes a plan of a table. Nothing else changes.
     *
     * @param complete whether whom the table lacks has left, of those that a table brought
     * @throws MemberRefusedException with line and column of what is wrong
     */
    public Plan planCsv(String organisation, Actor actor, byte[] table, Encoding encoding, boolean complete) {
        return turn.alone(() -> {
            long revision = revision(organisation);
            Listing listing = MemberCsv.read(table, encoding, checks(organisation));
            return planned(organisation, actor, listing, complete, Threshold.PRESET, revision);
        });
    }

    /**
     * Makes a plan of what a source lists.
     *
     * @param revision of the directory when reading it began
     */
    Plan plan(String organisation, Actor actor, Listing listing, boolean complete, Threshold threshold, long revision) {
        return turn.alone(() -> planned(organisation, actor, listing, complete, threshold, revision));
    }

    private Plan planned(
            String organisation, Actor actor, Listing listing, boolean complete, Threshold threshold, long revision) {
        requireRevision(organisation, revision);
        List<Account> there = members.all(organisation);
        var planner = new Planner(listing, there, members.tree(organisation), complete);
        List<PlanChange> changes = planner.changes();
        Map<String, Long> counts = planner.counts(changes);
        Instant now = now();
        var plan = new Plan(
                Ulid.next("dpl", now),
                listing.source(),
                Plan.State.OPEN,
                revision,
                now,
                actor.name(),
                null,
                null,
                isMany(counts, there, listing.source(), threshold),
                counts);
        plans.add(organisation, plan, changes);
        return plan;
    }

    private void requireRevision(String organisation, long revision) {
        if (revision != door.revision(organisation)) {
            throw MemberRefusedException.conflict(Message.of("members.plan-overtaken"));
        }
    }

    private static boolean isMany(
            Map<String, Long> counts, List<Account> there, AccountSource source, Threshold threshold) {
        long leaving = counts.getOrDefault(PlanChange.Kind.LEFT.key(), 0L)
                + counts.getOrDefault(PlanChange.Kind.DISABLED.key(), 0L);
        long of = there.stream()
                .filter(one -> one.source() == source && one.state() != AccountState.DELETED)
                .count();
        return threshold.isPassed(leaving, of);
    }

    /** The plan of that id. */
    public Optional<Plan> find(String organisation, String id) {
        return plans.find(organisation, id);
    }

    /** Plans, the newest first; at most a hundred. */
    public List<Plan> newest(String organisation) {
        return plans.newest(organisation);
    }

    /** Whether something else changed the directory since the plan was made, so that it cannot be applied any more. */
    public boolean isOvertaken(String organisation, Plan plan) {
        return plan.state() == Plan.State.OPEN && plan.revision() != door.revision(organisation);
    }

    /** Changes of a plan in their order; of a plan that is long past there are none. */
    public Page changes(Plan plan, PlanChange.@Nullable Kind kind, int from, int limit) {
        List<PlanRows.Placed> found = plans.changes(plan.id(), kind, from, limit + 1);
        boolean more = found.size() > limit;
        return new Page(
                found.stream().limit(limit).map(PlanRows.Placed::change).toList(),
                more ? (Integer) found.getLast().place() : null);
    }

    private Plan open(String organisation, String id) {
        Plan plan = plans.find(organisation, id)
                .orElseThrow(
                        () -> MemberRefusedException.notFound(Message.of("members.no-plan", MemberChecks.shown(id))));
        if (plan.state() != Plan.State.OPEN) {
            throw MemberRefusedException.conflict(Message.of("members.plan-ended"));
        }
        return plan;
    }

    /** Ends a plan that is not wanted. */
    public Plan discard(String organisation, Actor actor, String id) throws IOException {
        return door.change(organisation, actor, () -> {
            Plan plan = open(organisation, id);
            return Change.around("directory.import_discard", detail(plan), () -> {
                plans.end(id, Plan.State.DISCARDED, now(), actor.name());
                return plans.find(organisation, id).orElseThrow();
            });
        });
    }

    /**
     * Does what the plan says, all of it or nothing.
     *
     * @param confirmed that somebody said yes to so many who leave, where that is needed
     * @throws MemberRefusedException if the plan has ended, was overtaken, or is to be confirmed; if others keep the server
     *     busy
     */
    public Plan apply(String organisation, Actor actor, String id, boolean confirmed) throws IOException {
        return turn.alone(() -> applied(organisation, actor, id, confirmed));
    }

    private Plan applied(String organisation, Actor actor, String id, boolean confirmed) throws IOException {
        return door.change(organisation, actor, () -> {
            Plan plan = open(organisation, id);
            requireRevision(organisation, plan.revision());
            if (plan.confirmNeeded() && !confirmed) {
                throw MemberRefusedException.conflict(Message.of(
                        "members.plan-confirm",
                        plan.counts().getOrDefault(PlanChange.Kind.LEFT.key(), 0L),
                        plan.counts().getOrDefault(PlanChange.Kind.DISABLED.key(), 0L)));
            }
            List<PlanChange> changes = plans.all(id);
            if (changes.size() != plan.changes()) {
                throw MemberRefusedException.conflict(Message.of("members.plan-overtaken"));
            }
            Instant now = now();
            if (changes.isEmpty()) {
                plans.end(id, Plan.State.APPLIED, now, actor.name());
                return Change.none(plans.find(organisation, id).orElseThrow());
            }
            return new Change<>("directory.import", detail(plan), PlanParts.of(plan, changes), true, () -> {
                write(organisation, plan.source(), changes, now);
                plans.end(id, Plan.State.APPLIED, now, actor.name());
                return plans.find(organisation, id).orElseThrow();
            });
        });
    }

    /** Of which kinds of change there are how many; {@link PlanParts} says whom they concern. */
    private static Map<String, String> detail(Plan plan) {
        Detail detail = Detail.of(plan.id()).put("source", plan.source().key());
        plan.counts().forEach(detail::put);
        return detail.map();
    }

    private void write(String organisation, AccountSource source, List<PlanChange> changes, Instant now) {
        Map<String, Account> there =
                members.all(organisation).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        var places = new Places(organisation, members.tree(organisation), now);
        List<PlanChange.Look> fresh = new ArrayList<>();
        List<MemberRows.Changed> changed = new ArrayList<>();
        for (PlanChange one : changes) {
            if (one.kind() == PlanChange.Kind.DEPARTMENT) {
                places.of(one.after().departments().getFirst());
            } else if (one.account() == null) {
                fresh.add(one.after());
            } else {
                changed.add(changed(there, one, places, source, now));
            }
        }
        rows.change(organisation, changed, now);
        rows.add(organisation, added(fresh, places, source, now), null);
    }

    /** By address, and with ids in the same order: what is written in the order of its indexes is written quickly. */
    private static List<Account> added(List<PlanChange.Look> fresh, Places places, AccountSource source, Instant now) {
        List<String> ids = Stream.generate(() -> Ulid.next("dac", now))
                .limit(fresh.size())
                .sorted()
                .toList();
        fresh.sort(Comparator.comparing(PlanChange.Look::address));
        List<Account> added = new ArrayList<>(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            added.add(account(ids.get(i), fresh.get(i), places, source, now, now));
        }
        return added;
    }

    private static MemberRows.Changed changed(
            Map<String, Account> there, PlanChange one, Places places, AccountSource source, Instant now) {
        Account before = there.get(one.account());
        if (before == null) {
            throw new IllegalStateException("the plan names an account that is not there");
        }
        boolean isOfItsState = before.state().key().equals(one.after().state());
        Account after = account(
                before.id(), one.after(), places, source, isOfItsState ? before.stateSince() : now, before.created());
        boolean left = after.state() == AccountState.DELETED;
        return new MemberRows.Changed(before, left ? without(after, before.departments()) : after);
    }

    private static Account without(Account after, List<String> departments) {
        return new Account(
                after.id(),
                after.address(),
                after.name(),
                after.aliases(),
                departments,
                after.state(),
                after.stateSince(),
                after.source(),
                after.externalKey(),
                after.created());
    }

    private static Account account(
            String id, PlanChange.Look look, Places places, AccountSource source, Instant stateSince, Instant created) {
        AccountState state = AccountState.of(look.state());
        return new Account(
                id,
                look.address(),
                look.name(),
                look.aliases(),
                state == AccountState.DELETED
                        ? List.of()
                        : look.departments().stream().map(places::of).distinct().toList(),
                state,
                stateSince,
                source,
                look.externalKey(),
                created);
    }

    /** Finds departments by their paths, and makes those that are missing. Not thread-safe. */
    private final class Places {
        private final String organisation;
        private final DepartmentTree tree;
        private final Instant now;
        private final Map<List<String>, String> known = new HashMap<>();
        private final Map<List<String>, String> made = new LinkedHashMap<>();

        Places(String organisation, DepartmentTree tree, Instant now) {
            this.organisation = organisation;
            this.tree = tree;
            this.now = now;
        }

        String of(List<String> path) {
            String there = known.get(path);
            if (there == null) {
                there = tree.at(path).map(Department::id).orElseGet(() -> made(path));
                known.put(path, there);
            }
            return there;
        }

        private String made(List<String> path) {
            List<String> key = path.stream().map(MemberNames::key).toList();
            String there = made.get(key);
            if (there == null) {
                String parent = path.size() == 1 ? null : of(path.subList(0, path.size() - 1));
                there = Ulid.next("dept", now);
                rows.add(organisation, new Department(there, parent, path.getLast(), now, null));
                made.put(key, there);
            }
            return there;
        }
    }
}
