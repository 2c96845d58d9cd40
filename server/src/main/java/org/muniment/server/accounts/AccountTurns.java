package org.muniment.server.accounts;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Ulid;

/**
 * Opens and closes archive accounts: as many as are named in one act, all of them or none. The archive log is written
 * first; what cannot be logged does not happen. Closing removes nothing: archived mail stays where it is. Thread-safe.
 */
public final class AccountTurns {
    /** How many archive accounts an organisation may have. */
    public static final int MOST = 200_000;

    /** An entry of the log names so many addresses; longer acts have more entries. */
    static final int ADDRESSES_PER_ENTRY = 500;

    private final OpenArchives archives;
    private final AccountRows rows;
    private final AccountSets sets;
    private final Database database;
    private final InstantSource clock;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    AccountTurns(OpenArchives archives, AccountRows rows, AccountSets sets, Database database, InstantSource clock) {
        this.archives = archives;
        this.rows = rows;
        this.sets = sets;
        this.database = database;
        this.clock = clock;
    }

    /** What an act changes: accounts that there are, and addresses that get one. */
    private record Plan(List<ArchiveAccount> there, List<String> missing, Effect effect) {
        boolean isEmpty() {
            return there.isEmpty() && missing.isEmpty();
        }
    }

    /** What opening or closing them would do, without doing it. */
    public Effect preview(String organisation, boolean open, Wanted wanted) {
        return plan(organisation, open, wanted).effect();
    }

    /**
     * Opens or closes them.
     *
     * @throws SeatsExceededException if only opened accounts are archived and more would be open than there are seats
     * @throws TooManyAccountsException if there would be more than {@link #MOST}
     */
    public Effect turn(String organisation, boolean open, Wanted wanted) throws IOException {
        synchronized (lock(organisation)) {
            Plan plan = plan(organisation, open, wanted);
            if (plan.isEmpty()) {
                return plan.effect();
            }
            check(organisation, open, plan);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            String batch = Ulid.next("bat", now);
            List<ArchiveAccount> added = added(plan.missing(), open, now);
            log(organisation, open, wanted, batch, plan, added);
            database.inTransaction(() -> {
                rows.add(organisation, added);
                rows.turn(plan.there(), open, now);
                rows.note(organisation, turns(plan.there(), open, wanted, batch, now));
                rows.note(organisation, turns(added, open, wanted, batch, now));
            });
            sets.refresh(organisation); // what is committed counts, whether or not it can be synced
            database.sync();
            Effect effect = plan.effect();
            return new Effect(
                    batch,
                    effect.asked(),
                    effect.changed(),
                    effect.added(),
                    effect.openBefore(),
                    effect.openAfter(),
                    effect.seats(),
                    effect.limited());
        }
    }

    /**
     * Opens those of them that nobody has opened or closed, if the organisation has still that mode: both may have changed
     * since they were found.
     */
    void openByThemselves(String organisation, Organisation.Mode mode, List<String> addresses, String reason)
            throws IOException {
        synchronized (lock(organisation)) {
            boolean same = archives.of(organisation).organisation().terms().mode() == mode;
            if (same && !addresses.isEmpty()) {
                turn(organisation, true, new Wanted(addresses, How.AUTOMATIC, reason, Actor.SYSTEM, Map.of()));
            }
        }
    }

    /** Those of these addresses that have an archive account of their own, be it open or not. */
    public Set<String> known(String organisation, List<String> addresses) {
        return rows.at(organisation, addresses).keySet();
    }

    /** Whoever changes accounts of an organisation holds this. */
    Object lock(String organisation) {
        return locks.computeIfAbsent(organisation, _ -> new Object());
    }

    private Plan plan(String organisation, boolean open, Wanted wanted) {
        Asked asked = asked(organisation, open, wanted.addresses());
        Organisation known = archives.of(organisation).organisation();
        boolean wholeDomain = known.terms().mode() == Organisation.Mode.WHOLE_DOMAIN;
        List<ArchiveAccount> changed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String address : asked.addresses()) {
            ArchiveAccount account = asked.there().get(address);
            if (account == null) {
                missing.add(address);
            } else if (open != account.isOpen()) {
                if (wanted.how() != How.AUTOMATIC || account.isUntouched()) {
                    changed.add(account); // what somebody closed never opens by itself
                }
            } else if (!open && wholeDomain && account.isUntouched()) {
                changed.add(account); // its mail would be archived as everybody's is
            }
        }
        if (!open && !wholeDomain) {
            missing.clear(); // there is nothing to close
        }
        int before = sets.open(organisation);
        int closing = (int) changed.stream().filter(ArchiveAccount::isOpen).count();
        int after = open ? before + changed.size() + missing.size() : before - closing;
        var effect = new Effect(
                null,
                asked.addresses().size(),
                changed.size() + missing.size(),
                missing.size(),
                before,
                after,
                known.terms().seats(),
                !wholeDomain && known.terms().seats() != null);
        return new Plan(changed, missing, effect);
    }

    /** Addresses whose accounts are meant, and the accounts that there are at these and others. */
    private record Asked(Set<String> addresses, Map<String, ArchiveAccount> there) {}

    /**
     * Primary addresses are meant. Closing takes an open account that an alias has for itself first; and with a primary
     * address all that its aliases have, since they are one mailbox.
     */
    private Asked asked(String organisation, boolean open, List<String> addresses) {
        Mailboxes mailboxes = sets.mailboxes(organisation);
        Set<String> primaries = new LinkedHashSet<>();
        addresses.forEach(address -> primaries.add(mailboxes.primary(address)));
        if (open) {
            return new Asked(primaries, rows.at(organisation, List.copyOf(primaries)));
        }
        List<String> aliases = mailboxes.aliasesOf(addresses);
        Set<String> possible = new LinkedHashSet<>(addresses);
        possible.addAll(primaries);
        possible.addAll(aliases);
        Map<String, ArchiveAccount> there = rows.at(organisation, List.copyOf(possible));
        Set<String> closing = new LinkedHashSet<>();
        addresses.forEach(address -> closing.add(isOpen(there.get(address)) ? address : mailboxes.primary(address)));
        aliases.stream().filter(alias -> isOpen(there.get(alias))).forEach(closing::add);
        return new Asked(closing, there);
    }

    private static boolean isOpen(@Nullable ArchiveAccount account) {
        return account != null && account.isOpen();
    }

    private void check(String organisation, boolean open, Plan plan) {
        Effect effect = plan.effect();
        Integer seats = effect.seats();
        if (open && effect.limited() && seats != null && effect.over() > 0) {
            throw new SeatsExceededException(effect.over(), seats);
        }
        if (sets.known(organisation) + plan.missing().size() > MOST) {
            throw new TooManyAccountsException();
        }
    }

    private static List<ArchiveAccount> added(List<String> addresses, boolean open, Instant now) {
        return addresses.stream()
                .map(address -> new ArchiveAccount(
                        Ulid.next("acct", now), address, open, now, open ? now : null, open ? null : now))
                .toList();
    }

    private static List<Turn> turns(
            List<ArchiveAccount> accounts, boolean open, Wanted wanted, String batch, Instant now) {
        return accounts.stream()
                .map(account -> new Turn(
                        0,
                        account.id(),
                        account.address(),
                        now,
                        open,
                        wanted.actor().name(),
                        wanted.how(),
                        wanted.reason(),
                        batch))
                .toList();
    }

    private void log(
            String organisation, boolean open, Wanted wanted, String batch, Plan plan, List<ArchiveAccount> added)
            throws IOException {
        List<ArchiveAccount> all = new ArrayList<>(plan.there());
        all.addAll(added);
        int parts = Math.ceilDiv(all.size(), ADDRESSES_PER_ENTRY);
        for (int part = 0; part < parts; part++) {
            List<ArchiveAccount> some =
                    all.subList(part * ADDRESSES_PER_ENTRY, Math.min(all.size(), (part + 1) * ADDRESSES_PER_ENTRY));
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("object", all.size() == 1 ? all.getFirst().id() : batch);
            detail.put("reason", wanted.reason());
            detail.put("how", wanted.how().key());
            detail.putAll(wanted.more());
            detail.put("accounts", Integer.toString(all.size()));
            if (parts > 1) {
                detail.put("part", (part + 1) + "/" + parts);
            }
            detail.put("addresses", addresses(some));
            detail.put("before.status", open ? "not_open" : before(some));
            detail.put("after.status", open ? "open" : "not_open");
            detail.put("before.open", Integer.toString(plan.effect().openBefore()));
            detail.put("after.open", Integer.toString(plan.effect().openAfter()));
            archives.of(organisation)
                    .archive()
                    .log(wanted.actor(), open ? "archive.account_open" : "archive.account_close", detail);
        }
    }

    /** What accounts that are closed were; those that nobody has opened were not open, though their mail was archived. */
    private static String before(List<ArchiveAccount> closing) {
        long open = closing.stream().filter(ArchiveAccount::isOpen).count();
        if (open == 0) {
            return "not_open";
        }
        return open == closing.size() ? "open" : "-";
    }

    private static String addresses(List<ArchiveAccount> accounts) {
        return String.join(" ", accounts.stream().map(ArchiveAccount::address).toList());
    }

    /** Makes accounts known that are neither open nor closed yet, such as new ones of the directory. */
    void know(String organisation, List<String> addresses) throws IOException {
        synchronized (lock(organisation)) {
            Map<String, ArchiveAccount> there = rows.at(organisation, addresses);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<ArchiveAccount> fresh = new LinkedHashSet<>(addresses)
                    .stream()
                            .filter(address -> !there.containsKey(address))
                            .limit(Math.max(0, MOST - sets.known(organisation)))
                            .map(address -> new ArchiveAccount(Ulid.next("acct", now), address, false, now, null, null))
                            .toList();
            if (!fresh.isEmpty()) {
                database.inTransaction(() -> rows.add(organisation, fresh));
                sets.refresh(organisation);
                database.sync();
            }
        }
    }

    /** How many of the organisation's accounts are too many. */
    public int over(Organisation organisation) {
        @Nullable Integer seats = organisation.terms().seats();
        return seats == null ? 0 : Math.max(0, sets.open(organisation.id()) - seats);
    }
}
