package org.muniment.server.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;

/**
 * Compares what a source lists with what there is. An account is known again by the source's own key, else by its primary
 * address, else by an alias. For one organisation and one listing; not thread-safe.
 */
final class Planner {
    private final Listing listing;
    private final List<Account> there;
    private final DepartmentTree tree;
    private final boolean complete;
    private final Faults faults = new Faults();

    private final Map<String, Account> byKey = new HashMap<>();
    private final Map<String, Account> byAddress = new HashMap<>();
    private final Map<String, Account> byAlias = new HashMap<>();
    private final Map<String, Long> listed = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<List<String>, PlanChange> newDepartments = new LinkedHashMap<>();
    private final List<PlanChange> changes = new ArrayList<>();
    private long unchanged;

    /**
     * @param complete whether whom the listing lacks has left
     */
    Planner(Listing listing, List<Account> there, DepartmentTree tree, boolean complete) {
        this.listing = listing;
        this.tree = tree;
        this.complete = complete;
        for (Account one : there) {
            byAddress.put(one.address(), one);
            one.aliases().forEach(alias -> byAlias.put(alias, one));
            if (one.externalKey() != null && one.source() == listing.source()) {
                byKey.put(one.externalKey(), one);
            }
        }
        this.there = there;
    }

    /** All changes, departments first. */
    List<PlanChange> changes() {
        for (Wanted one : listing.accounts()) {
            compare(one);
        }
        for (Account one : there) {
            if (!lines.containsKey(one.id())) {
                missing(one);
            }
        }
        faults.end();
        if (tree.all().size() + newDepartments.size() > DepartmentTree.MOST) {
            throw MemberRefusedException.conflict(Message.of("members.departments-most", DepartmentTree.MOST));
        }
        long added = changes.stream()
                .filter(one -> one.kind() == PlanChange.Kind.NEW)
                .count();
        if (there.size() + added > MemberChecks.MOST_ACCOUNTS) {
            throw MemberRefusedException.conflict(Message.of("members.accounts-most", MemberChecks.MOST_ACCOUNTS));
        }
        List<PlanChange> all = new ArrayList<>(newDepartments.values());
        changes.sort(Comparator.comparing(PlanChange::kind));
        all.addAll(changes);
        return all;
    }

    /** How many of each kind; only kinds that occur, and those that do not change. */
    Map<String, Long> counts(List<PlanChange> all) {
        Map<String, Long> counts = new TreeMap<>();
        all.forEach(one -> counts.merge(one.kind().key(), 1L, Long::sum));
        counts.put("unchanged", unchanged);
        counts.put("skipped", (long) listing.skipped());
        return counts;
    }

    private void compare(Wanted wanted) {
        Long twin = listed.putIfAbsent(wanted.address(), wanted.line());
        if (twin != null) {
            faults.add(wanted.line(), "address", Message.of("members.plan-twice", wanted.address(), twin));
            return;
        }
        Account before = known(wanted);
        String owner = before == null ? "new " + wanted.line() : before.id();
        Long line = lines.putIfAbsent(owner, wanted.line());
        if (line != null) {
            faults.add(wanted.line(), "address", Message.of("members.plan-twice", wanted.address(), line));
            return;
        }
        PlanChange.Look after = after(wanted, before);
        own(wanted.line(), owner, after);
        departments(wanted.line(), after);
        PlanChange.Look now = before == null ? null : look(before);
        PlanChange.Kind kind = kind(now, after, before);
        if (kind == null) {
            unchanged++;
        } else {
            changes.add(new PlanChange(kind, before == null ? null : before.id(), wanted.line(), now, after));
        }
    }

    private @Nullable Account known(Wanted wanted) {
        Account known = wanted.externalKey() == null ? null : byKey.get(wanted.externalKey());
        if (known == null) {
            known = byAddress.get(wanted.address());
        }
        return known == null ? byAlias.get(wanted.address()) : known;
    }

    private PlanChange.Look after(Wanted wanted, @Nullable Account before) {
        AccountState state = wanted.state() == null ? stateWithout(before) : wanted.state();
        List<String> aliases = wanted.aliases() != null
                ? wanted.aliases()
                : before == null
                        ? List.of()
                        : before.aliases().stream()
                                .filter(alias -> !alias.equals(wanted.address()))
                                .toList();
        List<List<String>> departments = wanted.departments() != null && state != AccountState.DELETED
                ? canonical(wanted.departments())
                : before == null ? List.of() : paths(before, state);
        return new PlanChange.Look(
                wanted.address(),
                wanted.name() != null ? wanted.name() : before == null ? "" : before.name(),
                aliases,
                departments,
                state.key(),
                wanted.externalKey() != null ? wanted.externalKey() : before == null ? null : before.externalKey());
    }

    /** Whom a source lists without a state is there: back if it had left, else as before. */
    private static AccountState stateWithout(@Nullable Account before) {
        return before == null || before.state() == AccountState.DELETED ? AccountState.ACTIVE : before.state();
    }

    /** Names as the tree writes them already, where it does; each once, however it is written. */
    private List<List<String>> canonical(List<List<String>> paths) {
        Map<List<String>, List<String>> byKey = new LinkedHashMap<>();
        for (List<String> path : paths) {
            List<String> known = tree.at(path).map(one -> tree.path(one.id())).orElse(path);
            byKey.putIfAbsent(known.stream().map(MemberNames::key).toList(), known);
        }
        return List.copyOf(byKey.values());
    }

    /** Where an account was last, for one that has left; for others only what is still open. */
    private List<List<String>> paths(Account account, AccountState state) {
        return account.departments().stream()
                .filter(id -> tree.find(id).filter(Department::isOpen).isPresent() || state == AccountState.DELETED)
                .map(tree::path)
                .toList();
    }

    private PlanChange.Look look(Account account) {
        return new PlanChange.Look(
                account.address(),
                account.name(),
                account.aliases(),
                paths(account, account.state()),
                account.state().key(),
                account.externalKey());
    }

    /** That each address has one owner when all is done. */
    private void own(long line, String owner, PlanChange.Look after) {
        List<String> all = new ArrayList<>(after.aliases());
        all.addFirst(after.address());
        for (String address : all) {
            String other = owners.putIfAbsent(address, owner);
            if (other != null && !other.equals(owner)) {
                faults.add(
                        line,
                        address.equals(after.address()) ? "address" : "aliases",
                        Message.of("members.plan-address", address));
            }
        }
    }

    /** Notes the departments that are missing. */
    private void departments(long line, PlanChange.Look after) {
        if (after.state().equals(AccountState.DELETED.key())) {
            return;
        }
        for (List<String> path : after.departments()) {
            for (int length = 1; length <= path.size(); length++) {
                List<String> front = path.subList(0, length);
                if (tree.at(front).isEmpty()) {
                    List<String> key = front.stream().map(MemberNames::key).toList();
                    newDepartments.computeIfAbsent(key, _ -> department(line, List.copyOf(front)));
                }
            }
        }
    }

    private static PlanChange department(long line, List<String> path) {
        return new PlanChange(
                PlanChange.Kind.DEPARTMENT,
                null,
                line,
                null,
                new PlanChange.Look("", path.getLast(), List.of(), List.of(path), "", null));
    }

    private PlanChange.@Nullable Kind kind(
            PlanChange.@Nullable Look before, PlanChange.Look after, @Nullable Account account) {
        if (before == null || account == null) {
            return after.state().equals(AccountState.DELETED.key()) ? null : PlanChange.Kind.NEW;
        }
        if (!before.state().equals(after.state())) {
            return stateKind(before.state(), after.state());
        }
        if (!new HashSet<>(before.departments()).equals(new HashSet<>(after.departments()))) {
            return PlanChange.Kind.MOVED;
        }
        if (!before.address().equals(after.address())
                || !Set.copyOf(before.aliases()).equals(Set.copyOf(after.aliases()))) {
            return PlanChange.Kind.READDRESSED;
        }
        if (!before.name().equals(after.name())) {
            return PlanChange.Kind.RENAMED;
        }
        boolean isTaken =
                account.source() != listing.source() || !Objects.equals(before.externalKey(), after.externalKey());
        return isTaken ? PlanChange.Kind.TAKEN_OVER : null;
    }

    private static PlanChange.Kind stateKind(String before, String after) {
        if (after.equals(AccountState.DELETED.key())) {
            return PlanChange.Kind.LEFT;
        }
        if (before.equals(AccountState.DELETED.key())) {
            return PlanChange.Kind.BACK;
        }
        return after.equals(AccountState.DISABLED.key()) ? PlanChange.Kind.DISABLED : PlanChange.Kind.ENABLED;
    }

    /** An account that is not listed. */
    private void missing(Account one) {
        PlanChange.Look now = look(one);
        List<String> all = new ArrayList<>(one.aliases());
        all.addFirst(one.address());
        for (String address : all) {
            String other = owners.putIfAbsent(address, one.id());
            if (other != null) {
                faults.add(lines.getOrDefault(other, 0L), "aliases", Message.of("members.taken", address, one.id()));
            }
        }
        if (complete && one.source() == listing.source() && one.state() != AccountState.DELETED) {
            changes.add(new PlanChange(
                    PlanChange.Kind.LEFT,
                    one.id(),
                    0,
                    now,
                    new PlanChange.Look(
                            now.address(),
                            now.name(),
                            now.aliases(),
                            now.departments(),
                            AccountState.DELETED.key(),
                            now.externalKey())));
        }
    }
}
