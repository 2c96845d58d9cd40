package org.muniment.server.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.database.Database;
import org.muniment.server.database.Ulid;
import org.muniment.server.home.SecretBox;
import org.muniment.server.language.Message;
import org.muniment.server.ldap.LdapConnector;
import org.muniment.server.ldap.LdapFailedException;
import org.muniment.server.ldap.LdapFailedException.Step;
import org.muniment.server.ldap.LdapServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads directories from directory servers, when somebody asks for it and at the times that were set. What is read becomes
 * a plan and is applied as one, unless too many would leave; what cannot be read whole changes nothing. Thread-safe.
 */
public final class LdapSync {
    private static final Logger LOG = LoggerFactory.getLogger(LdapSync.class);
    private static final int SAMPLE = 5;

    private final Database database;
    private final SyncRows rows;
    private final DirectoryPlans plans;
    private final ChangeLog log;
    private final SecretBox box;
    private final SignInServers signIn;
    private final InstantSource clock;
    private final Executor workers;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    LdapSync(
            Database database,
            DirectoryPlans plans,
            ChangeLog log,
            SecretBox box,
            SignInServers signIn,
            InstantSource clock,
            Executor workers) {
        this.database = database;
        this.rows = new SyncRows(database);
        this.plans = plans;
        this.log = log;
        this.box = box;
        this.signIn = signIn;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * What is set.
     *
     * @param passwordSet whether there is a password; it is never told
     * @param next when it begins by itself; {@code null} for never
     */
    public record Current(
            LdapSettings settings,
            boolean passwordSet,
            @Nullable Instant lastBegun,
            @Nullable Instant next,
            boolean running) {}

    /**
     * One step of a test.
     *
     * @param sentence what happened
     */
    public record Tried(Step step, boolean done, Message sentence) {}

    /**
     * How a test went.
     *
     * @param entries of the first page
     * @param skipped of these
     * @param sample some of the accounts that came
     */
    public record Trial(List<Tried> steps, int entries, int skipped, List<PlanChange.Look> sample) {

        /** Whether every step was done. */
        public boolean passed() {
            return steps.stream().allMatch(Tried::done);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What is set for an organisation, if anything is. */
    public Optional<Current> current(String organisation) {
        return rows.find(organisation)
                .map(kept -> new Current(
                        kept.settings(),
                        kept.password() != null,
                        kept.lastBegun(),
                        next(kept).orElse(null),
                        running.contains(organisation)));
    }

    /**
     * Sets from where a directory is read.
     *
     * @param password of {@link LdapSettings#bindDn}; {@code null} keeps the one that is there if neither the server nor
     *     the name is another one: a password is not sent anywhere but where it was meant for
     */
    public void keep(String organisation, Actor actor, LdapSettings settings, @Nullable String password)
            throws IOException {
        Optional<SyncRows.Kept> before = rows.find(organisation);
        String sealed = password == null
                ? before.filter(kept -> isSameTarget(kept.settings(), settings))
                        .map(SyncRows.Kept::password)
                        .orElse(null)
                : box.seal(password, organisation);
        Detail detail = Detail.of(organisation);
        Map<String, String> was = before.map(kept -> told(kept.settings())).orElse(Map.of());
        told(settings).forEach((field, value) -> detail.change(field, was.getOrDefault(field, ""), value));
        if (password != null) {
            detail.put("password", "changed");
        }
        log.log(organisation, actor, "directory.sync_settings", detail.map());
        database.inTransaction(() -> {
            rows.keep(organisation, settings, sealed);
            signIn.look(organisation, actor, before.map(SyncRows.Kept::settings), settings, now());
        });
    }

    private static boolean isSameTarget(LdapSettings before, LdapSettings after) {
        return before.server().equals(after.server()) && Objects.equals(before.bindDn(), after.bindDn());
    }

    private static Map<String, String> told(LdapSettings settings) {
        LdapServer server = settings.server();
        return Map.of(
                "server", server.security().key() + "://" + server.host() + ":" + server.port(),
                "trust", server.trust() == null ? "system" : "own certificates",
                "bind_dn", String.valueOf(settings.bindDn()),
                "base", settings.base(),
                "filter", settings.filter(),
                "attributes", settings.attributes().toString(),
                "departments", settings.departments().name(),
                "schedule", settings.every() + " " + settings.hour(),
                "threshold",
                        settings.threshold().percent() + " %, "
                                + settings.threshold().accounts());
    }

    /**
     * Tries settings without keeping them: connects, signs in, reads one page.
     *
     * @param password {@code null} for the one that is kept, under the same condition as in {@link #keep}
     */
    public Trial test(String organisation, LdapSettings settings, @Nullable String password) throws IOException {
        String secret = password != null
                ? password
                : kept(
                        organisation,
                        rows.find(organisation)
                                .filter(kept -> isSameTarget(kept.settings(), settings))
                                .orElse(null));
        List<Tried> steps = new ArrayList<>();
        try (LDAPConnection connection = LdapConnector.open(settings.server(), settings.bindDn(), secret)) {
            LdapServer server = settings.server();
            steps.add(new Tried(Step.CONNECT, true, Message.of("ldap.connected", server.host() + ":" + server.port())));
            steps.add(new Tried(
                    Step.ENCRYPT,
                    true,
                    server.security() == LdapServer.Security.PLAIN
                            ? Message.of("ldap.plain")
                            : Message.of("ldap.encrypted")));
            steps.add(new Tried(
                    Step.BIND,
                    true,
                    settings.bindDn() == null
                            ? Message.of("ldap.anonymous")
                            : Message.of("ldap.bound", settings.bindDn())));
            var reader = new LdapReader(settings, plans.checks(organisation));
            List<Wanted> found = reader.first(connection);
            boolean some = !found.isEmpty();
            steps.add(new Tried(
                    Step.SEARCH,
                    some,
                    some
                            ? Message.of("ldap.found", reader.entries(), found.size())
                            : Message.of("ldap.nobody", reader.entries())));
            List<PlanChange.Look> sample =
                    found.stream().limit(SAMPLE).map(LdapSync::look).toList();
            return new Trial(steps, reader.entries(), reader.entries() - found.size(), sample);
        } catch (LdapFailedException e) {
            boolean early = steps.isEmpty();
            for (Step step : Step.values()) {
                if (early && step.compareTo(e.step()) < 0) {
                    steps.add(new Tried(step, true, Message.of("ldap.done")));
                }
            }
            steps.add(new Tried(e.step(), false, e.sentence()));
            return new Trial(steps, 0, 0, List.of());
        }
    }

    private static PlanChange.Look look(Wanted one) {
        return new PlanChange.Look(
                one.address(),
                one.name() == null ? "" : one.name(),
                one.aliases() == null ? List.of() : one.aliases(),
                one.departments() == null ? List.of() : one.departments(),
                one.state() == null ? "" : one.state().key(),
                one.externalKey());
    }

    private @Nullable String kept(String organisation, SyncRows.@Nullable Kept kept) throws IOException {
        return kept == null || kept.password() == null ? null : box.text(kept.password(), organisation);
    }

    /** How the last readings went, the newest first. */
    public List<SyncRun> runs(String organisation) {
        return rows.runs(organisation);
    }

    /**
     * Reads the directory now and does what follows from it.
     *
     * @throws MemberRefusedException if nothing is set, or if it is being read already
     */
    public SyncRun run(String organisation, Actor actor) throws IOException {
        SyncRows.Kept kept =
                rows.find(organisation).orElseThrow(() -> MemberRefusedException.conflict(Message.of("ldap.not-set")));
        if (!running.add(organisation)) {
            throw MemberRefusedException.conflict(Message.of("ldap.running"));
        }
        try {
            if (!actor.equals(Actor.SYSTEM)) { // what begins by itself is not what somebody did
                log.log(
                        organisation,
                        actor,
                        "directory.sync",
                        Detail.of(organisation).map());
            }
            Instant begun = now();
            rows.begun(organisation, begun);
            SyncRun run = attemptNoted(kept, actor, begun);
            rows.add(organisation, run);
            return run;
        } finally {
            running.remove(organisation);
        }
    }

    private SyncRun attemptNoted(SyncRows.Kept kept, Actor actor, Instant begun) throws IOException {
        try {
            return attempt(kept, actor, begun);
        } catch (IOException | RuntimeException e) {
            noteFault(kept.organisation(), actor, begun, e);
            throw e;
        }
    }

    private SyncRun attempt(SyncRows.Kept kept, Actor actor, Instant begun) throws IOException {
        String organisation = kept.organisation();
        LdapSettings settings = kept.settings();
        int entries = 0;
        try (LDAPConnection connection =
                LdapConnector.open(settings.server(), settings.bindDn(), kept(organisation, kept))) {
            long revision = plans.revision(organisation);
            var reader = new LdapReader(settings, plans.checks(organisation));
            Listing listing = reader.all(connection);
            entries = reader.entries();
            if (listing.accounts().isEmpty()) {
                throw new LdapFailedException(Step.SEARCH, Message.of("ldap.nobody", entries));
            }
            Plan plan = plans.plan(organisation, actor, listing, true, settings.threshold(), revision);
            if (plan.confirmNeeded()) {
                return ended(begun, actor, SyncRun.Outcome.WAITING, entries, plan, null);
            }
            boolean unchanged = plan.changes() == 0;
            Plan applied = plans.apply(organisation, actor, plan.id(), false);
            return ended(
                    begun,
                    actor,
                    unchanged ? SyncRun.Outcome.UNCHANGED : SyncRun.Outcome.APPLIED,
                    entries,
                    applied,
                    null);
        } catch (LdapFailedException | MemberRefusedException e) {
            logFailure(organisation, actor, String.valueOf(e.getMessage()));
            return ended(begun, actor, SyncRun.Outcome.FAILED, entries, null, e.getMessage());
        }
    }

    private void logFailure(String organisation, Actor actor, String problem) throws IOException {
        log.log(
                organisation,
                actor,
                "directory.sync_failed",
                Detail.of(organisation).put("problem", problem).map());
    }

    /** Notes as far as that is possible that a reading failed in a way that nobody thought of. */
    private void noteFault(String organisation, Actor actor, Instant begun, Exception fault) {
        String problem = Message.of("ldap.internal").english();
        try {
            rows.add(organisation, ended(begun, actor, SyncRun.Outcome.FAILED, 0, null, problem));
            logFailure(organisation, actor, problem);
        } catch (IOException | RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    private SyncRun ended(
            Instant begun,
            Actor actor,
            SyncRun.Outcome outcome,
            int entries,
            @Nullable Plan plan,
            @Nullable String problem) {
        return new SyncRun(
                Ulid.next("dsr", begun),
                begun,
                now(),
                actor.name(),
                outcome,
                entries,
                plan == null ? 0 : plan.counts().getOrDefault("skipped", 0L).intValue(),
                plan == null ? null : plan.id(),
                plan == null ? Map.of() : plan.counts(),
                problem == null || problem.length() <= 1_000 ? problem : problem.substring(0, 1_000) + "…");
    }

    /** Begins what is due. Quick, and never throws: the work is done elsewhere. */
    void look() {
        try {
            Instant now = now();
            for (SyncRows.Kept kept : rows.all()) {
                if (next(kept).filter(next -> !next.isAfter(now)).isPresent()
                        && !running.contains(kept.organisation())) {
                    workers.execute(() -> runQuietly(kept.organisation()));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("the times of directory syncs cannot be looked at", e);
        }
    }

    private void runQuietly(String organisation) {
        try {
            run(organisation, Actor.SYSTEM);
        } catch (IOException | RuntimeException e) {
            LOG.error("the directory sync of {} failed", organisation, e);
        }
    }

    /** When it begins by itself: a whole hour or a day after it last did; at once if it never did. */
    private Optional<Instant> next(SyncRows.Kept kept) {
        Instant last = kept.lastBegun();
        return switch (kept.settings().every()) {
            case OFF -> Optional.empty();
            case HOUR -> Optional.of(last == null ? now() : last.plus(1, ChronoUnit.HOURS));
            case DAY ->
                Optional.of(last == null ? now() : nextDay(last, kept.settings().hour()));
        };
    }

    private static Instant nextDay(Instant after, int hour) {
        Instant today = after.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(hour)
                .toInstant();
        return today.isAfter(after) ? today : today.plus(1, ChronoUnit.DAYS);
    }
}
