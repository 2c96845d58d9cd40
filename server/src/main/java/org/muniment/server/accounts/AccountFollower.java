package org.muniment.server.accounts;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.archive.OpenAccounts.State;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Organisation;
import org.muniment.server.setup.MailNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens accounts by themselves: where whole domains are archived, those whose address takes part in archived mail; new ones
 * of the directory, where that is wished; and always the new address of a person who has an open one. It looks every few
 * seconds whether anything is new, and catches up with whatever happened meanwhile. An account that somebody closed stays
 * closed. Thread-safe.
 */
public final class AccountFollower {
    private static final Logger LOG = LoggerFactory.getLogger(AccountFollower.class);
    private static final int SECONDS = 2;

    private final OpenArchives archives;
    private final AccountTurns turns;
    private final AccountSets sets;
    private final DepartmentAccounts directory;
    private final Policies policies;

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("accounts").factory());

    /** What there was when it last looked to the end; looking again is of use only when one of them changed. */
    private record Seen(long addressesInMail, long directory, int open, Policy policy, Organisation.Terms terms) {}

    AccountFollower(
            OpenArchives archives,
            AccountTurns turns,
            AccountSets sets,
            DepartmentAccounts directory,
            Policies policies) {
        this.archives = archives;
        this.turns = turns;
        this.sets = sets;
        this.directory = directory;
        this.policies = policies;
    }

    /** Begins to look. */
    public void start() {
        var _ = clockwork.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
    }

    /** Ends; returns when the look that was under way is over. */
    public void stop() {
        clockwork.close();
    }

    private void look() {
        for (OpenArchives.Opened opened : archives.all()) {
            try {
                follow(opened);
            } catch (IOException | RuntimeException e) {
                // The next look does it; mail is archived meanwhile, whether its accounts are open or not.
                LOG.warn("Archive accounts could not be opened by themselves now: {}", e.toString());
            }
        }
    }

    /** How many new accounts wait for a seat. */
    public int waiting(String organisation) {
        return waiting.getOrDefault(organisation, 0);
    }

    private Seen now(OpenArchives.Opened opened) throws IOException {
        Organisation organisation = opened.organisation();
        return new Seen(
                opened.archive().tally().accounts(Set.copyOf(organisation.domains())),
                directory.revision(organisation.id()),
                sets.open(organisation.id()),
                policies.now(organisation.id()),
                organisation.terms());
    }

    void follow(OpenArchives.Opened opened) throws IOException {
        Organisation organisation = opened.organisation();
        String id = organisation.id();
        Seen now = now(opened);
        if (now.equals(seen.get(id))) {
            return;
        }
        turns.know(id, directory.unknown(id));
        if (organisation.terms().mode() == Organisation.Mode.WHOLE_DOMAIN) {
            turns.openByThemselves(
                    id, Organisation.Mode.WHOLE_DOMAIN, inMail(opened), "It takes part in archived mail.");
        }
        List<String> renamed = directory.renamed(id);
        synchronized (turns.lock(id)) { // nobody opens, closes or takes a seat in between
            openNew(id, renamed);
        }
        seen.put(id, new Seen(now.addressesInMail(), now.directory(), sets.open(id), now.policy(), now.terms()));
    }

    /** Addresses in mail that are accounts as nobody has touched yet. */
    private List<String> inMail(OpenArchives.Opened opened) throws IOException {
        String id = opened.organisation().id();
        AccountSet accounts = sets.now(id);
        Mailboxes mailboxes = sets.mailboxes(id);
        int room = AccountTurns.MOST - accounts.known();
        Set<String> found = new TreeSet<>();
        for (String domain : opened.organisation().domains()) {
            opened.archive().tally().addresses(domain, text -> {
                if (found.size() < room && accounts.of(text) == State.UNKNOWN) {
                    MailNames.address(text).map(mailboxes::primary).ifPresent(found::add);
                }
            });
        }
        return List.copyOf(found);
    }

    /** Those that go on under a new address first. */
    private void openNew(String organisation, List<String> renamed) throws IOException {
        Organisation.Mode mode =
                archives.of(organisation).organisation().terms().mode();
        // Where whole domains are archived, an address opens beyond the seats with its first mail in any case.
        int room = mode == Organisation.Mode.WHOLE_DOMAIN ? Integer.MAX_VALUE : room(organisation);
        Set<String> left =
                new HashSet<>(open(organisation, mode, renamed, room, "Another address of the same person is open."));
        List<String> fresh = directory.toOpen(organisation, policies.openNew(organisation)).stream()
                .filter(address -> sets.now(organisation).of(address) != State.OPEN)
                .toList();
        left.addAll(open(organisation, mode, fresh, room(organisation), "New accounts open automatically."));
        waiting.put(organisation, left.size());
    }

    /** How many seats are free. */
    private int room(String organisation) {
        Integer seats = archives.of(organisation).organisation().terms().seats();
        return seats == null ? Integer.MAX_VALUE : Math.max(0, seats - sets.open(organisation));
    }

    /**
     * As many as there is room for.
     *
     * @return the others
     */
    private List<String> open(String organisation, Organisation.Mode mode, List<String> wanted, int room, String reason)
            throws IOException {
        int now = Math.min(room, wanted.size());
        turns.openByThemselves(organisation, mode, wanted.subList(0, now), reason);
        return wanted.subList(now, wanted.size());
    }
}
