package org.muniment.server.directory;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.database.Database;
import org.muniment.server.database.Ulid;
import org.muniment.server.language.Message;

/**
 * Changes accounts by hand, one at a time. Each change is logged before it is made; one that cannot be logged is not made.
 * Thread-safe.
 */
public final class MemberChanges {
    /** Most addresses that are adopted at once. */
    public static final int MOST_ADOPTED = 1_000;

    private final Database database;
    private final ChangeDoor door;
    private final Members members;
    private final MailDomains domains;
    private final MemberRows rows;
    private final InstantSource clock;

    MemberChanges(Database database, ChangeDoor door, Members members, MailDomains domains, InstantSource clock) {
        this.database = database;
        this.door = door;
        this.members = members;
        this.domains = domains;
        this.rows = new MemberRows(database);
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private MemberChecks checks(String organisation) {
        return new MemberChecks(members.tree(organisation), domains.names(organisation));
    }

    /**
     * Adds an account.
     *
     * @throws MemberRefusedException if it is not in order, or if one of its addresses is taken
     */
    public Account add(String organisation, Actor actor, AccountDraft draft) throws IOException {
        String id = door.change(organisation, actor, () -> {
            Account account = checked(organisation, draft);
            requireRoom(organisation, 1);
            requireFree(organisation, account, "");
            Detail detail = Detail.of(account.id())
                    .put("after.address", account.address())
                    .put("after.name", account.name())
                    .put("after.state", account.state().key())
                    .putWhole("after.departments", pathsText(organisation, account.departments()))
                    .put("source", account.source().key());
            if (!account.aliases().isEmpty()) {
                detail.putWhole("after.aliases", String.join(" ", account.aliases()));
            }
            return new Change<>("directory.account_add", detail.map(), () -> {
                rows.add(organisation, List.of(account), draft.since());
                return account.id();
            });
        });
        return members.find(organisation, id).orElseThrow();
    }

    private Account checked(String organisation, AccountDraft draft) {
        MemberChecks checks = checks(organisation);
        Instant now = now();
        if (draft.since() != null && draft.since().isAfter(now)) {
            throw MemberRefusedException.invalid("/since", Message.of("members.since"));
        }
        if (draft.state() == AccountState.DELETED) {
            throw MemberRefusedException.invalid("/state", Message.of("members.state-new"));
        }
        String address = checks.address("/address", draft.address());
        return new Account(
                Ulid.next("dac", now),
                address,
                checks.name("/name", draft.name()),
                checks.aliases("/aliases", draft.aliases(), address),
                checks.departments("/departments", draft.departments()),
                draft.state(),
                now,
                draft.source(),
                null,
                now);
    }

    private void requireRoom(String organisation, int more) {
        long there = database.jdbc()
                .sql("select count(*) from directory_account where organisation = ?")
                .param(organisation)
                .query(Long.class)
                .single();
        if (there + more > MemberChecks.MOST_ACCOUNTS) {
            throw MemberRefusedException.conflict(Message.of("members.accounts-most", MemberChecks.MOST_ACCOUNTS));
        }
    }

    /** That no other account has one of its addresses. */
    private void requireFree(String organisation, Account account, String itself) {
        List<String> all = new ArrayList<>(account.aliases());
        all.addFirst(account.address());
        for (int i = 0; i < all.size(); i++) {
            Optional<Account> owner = members.byAddress(organisation, all.get(i));
            if (owner.isPresent() && !owner.get().id().equals(itself)) {
                throw MemberRefusedException.conflict(Message.of(
                        owner.get().state() == AccountState.DELETED ? "members.taken-by-left" : "members.taken",
                        all.get(i),
                        owner.get().id()));
            }
        }
    }

    private List<String> paths(String organisation, List<String> departments) {
        DepartmentTree tree = members.tree(organisation);
        return departments.stream().map(tree::pathText).toList();
    }

    private String pathsText(String organisation, List<String> departments) {
        return String.join(", ", paths(organisation, departments));
    }

    /**
     * Changes an account. One that has left comes back by its state, into the departments it was in last unless others
     * are given.
     *
     * @throws MemberRefusedException if there is none of that id, or if it cannot be as it is wanted
     */
    public Account change(String organisation, Actor actor, String id, AccountChange change) throws IOException {
        door.change(organisation, actor, () -> {
            Account before = members.find(organisation, id)
                    .orElseThrow(() ->
                            MemberRefusedException.notFound(Message.of("members.no-account", MemberChecks.shown(id))));
            Account after = changed(organisation, before, change);
            requireFree(organisation, after, id);
            Detail detail = difference(organisation, before, after);
            if (detail.hasNoChange()) {
                return Change.none(id);
            }
            return new Change<>("directory.account_change", detail.map(), () -> {
                rows.change(
                        organisation,
                        List.of(new MemberRows.Changed(before, after)),
                        after.stateSince().isAfter(before.stateSince()) ? after.stateSince() : now());
                return id;
            });
        });
        return members.find(organisation, id).orElseThrow();
    }

    private Account changed(String organisation, Account before, AccountChange change) {
        MemberChecks checks = checks(organisation);
        DepartmentTree tree = members.tree(organisation);
        String address = change.address() == null ? before.address() : checks.address("/address", change.address());
        List<String> aliases = change.aliases() == null
                ? before.aliases().stream()
                        .filter(alias -> !alias.equals(address))
                        .toList()
                : checks.aliases("/aliases", change.aliases(), address);
        AccountState state = change.state() == null ? before.state() : change.state();
        if (state == AccountState.DELETED && change.departments() != null) {
            throw MemberRefusedException.invalid("/departments", Message.of("members.left-nowhere"));
        }
        List<String> departments = change.departments() == null
                ? before.departments().stream()
                        .filter(one -> state == AccountState.DELETED
                                || tree.find(one).filter(Department::isOpen).isPresent())
                        .toList()
                : checks.departments("/departments", change.departments());
        return new Account(
                before.id(),
                address,
                change.name() == null ? before.name() : checks.name("/name", change.name()),
                aliases,
                departments,
                state,
                state == before.state() ? before.stateSince() : now(),
                before.source(),
                before.externalKey(),
                before.created());
    }

    private Detail difference(String organisation, Account before, Account after) {
        return Detail.of(before.id())
                .change("address", before.address(), after.address())
                .change("name", before.name(), after.name())
                .change("aliases", before.aliases(), after.aliases(), " ")
                .change(
                        "departments",
                        paths(organisation, before.departments()),
                        paths(organisation, after.departments()),
                        ", ")
                .change("state", before.state().key(), after.state().key());
    }

    /**
     * Makes accounts of addresses that were seen in mail.
     *
     * @param department where they come in; {@code null} for nowhere
     * @return how many
     */
    public int adopt(String organisation, Actor actor, List<String> addresses, @Nullable String department)
            throws IOException {
        if (addresses.isEmpty() || addresses.size() > MOST_ADOPTED) {
            throw MemberRefusedException.invalid("/addresses", Message.of("members.adopted", MOST_ADOPTED));
        }
        return door.change(organisation, actor, () -> {
            MemberChecks checks = checks(organisation);
            List<String> into = department == null
                    ? List.of()
                    : List.of(checks.openDepartment("/department", department).id());
            Set<String> wanted = new LinkedHashSet<>();
            for (int i = 0; i < addresses.size(); i++) {
                wanted.add(checks.address("/addresses/" + i, addresses.get(i)));
            }
            requireRoom(organisation, wanted.size());
            Instant now = now();
            List<Account> adopted = new ArrayList<>();
            for (String address : wanted) {
                var account = new Account(
                        Ulid.next("dac", now),
                        address,
                        "",
                        List.of(),
                        into,
                        AccountState.ACTIVE,
                        now,
                        AccountSource.SEEN,
                        null,
                        now);
                requireFree(organisation, account, "");
                adopted.add(account);
            }
            Detail detail =
                    new Detail().put("accounts", adopted.size()).putWhole("addresses", String.join(" ", wanted));
            if (department != null) {
                detail.put("department", pathsText(organisation, into));
            }
            return new Change<>("directory.adopt", detail.map(), () -> {
                rows.add(organisation, adopted, null);
                return adopted.size();
            });
        });
    }
}
