package org.muniment.server.archives;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.Directory;
import org.muniment.archive.Rules;
import org.muniment.archive.UnknownDepartmentException;
import org.muniment.index.Expansion.Holding;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Organisations;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.settings.Settings;

/**
 * The archives of all organisations, each with its own store, keys, index and log. They are open from the start of the
 * server, or from the moment an organisation is made, until the server ends. Thread-safe.
 */
public final class OpenArchives implements Closeable {

    /** An organisation and its archive. Thread-safe. */
    public static final class Opened {
        private final Archive archive;
        private volatile Organisation organisation;
        private volatile Rules rules;

        private Opened(Organisation organisation, Rules rules, Archive archive) {
            this.organisation = organisation;
            this.rules = rules;
            this.archive = archive;
        }

        /** The organisation as it is now. */
        public Organisation organisation() {
            return organisation;
        }

        /** Its archive. */
        public Archive archive() {
            return archive;
        }

        /** What it archives now. */
        public Rules rules() {
            return rules;
        }

        /** Whether archiving is on. */
        public boolean isOn() {
            return rules.enabled();
        }
    }

    /** Is told when an archive is open. */
    @FunctionalInterface
    public interface Listener {
        void archiveOpened(Opened opened) throws IOException;
    }

    private final Settings settings;
    private final Organisations organisations;
    private final CurrentRules currentRules;
    private final ArchiveOpener opener;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    private volatile Function<String, Directory> directories = _ -> Directory.empty();

    /** In the order in which the organisations were made; replaced as a whole. */
    private volatile Map<String, Opened> opened = Map.of();

    /** Whose a domain is; replaced as a whole. */
    private volatile Map<String, Opened> byDomain = Map.of();

    public OpenArchives(
            Settings settings, Organisations organisations, CurrentRules currentRules, ArchiveOpener opener) {
        this.settings = settings;
        this.organisations = organisations;
        this.currentRules = currentRules;
        this.opener = opener;
    }

    /** Opens the archive of every organisation whose archive is not open yet. */
    public synchronized void open() throws IOException {
        for (Organisation organisation : organisations.all()) {
            if (!opened.containsKey(organisation.id())) {
                open(organisation);
            }
        }
    }

    private void open(Organisation organisation) throws IOException {
        var box = new RulesBox(currentRules.of(organisation));
        Archive archive = opener.open(archiveSettings(organisation, box));
        var now = new Opened(organisation, box.rules, archive);
        box.follow(now);
        Map<String, Opened> all = new LinkedHashMap<>(opened);
        all.put(organisation.id(), now);
        opened = all;
        sortDomains();
        logSetUp(now);
        for (Listener listener : listeners) {
            listener.archiveOpened(now);
        }
    }

    /** What the archive asks at every mail; it is asked while the archive is being opened already. */
    private static final class RulesBox {
        private final Rules rules;
        private volatile Optional<Opened> opened = Optional.empty();

        RulesBox(Rules rules) {
            this.rules = rules;
        }

        void follow(Opened now) {
            opened = Optional.of(now);
        }

        Rules now() {
            Optional<Opened> known = opened;
            return known.isPresent() ? known.get().rules() : rules;
        }
    }

    /** From now on, searches by account and by department ask this one, by organisation. */
    public void consult(Function<String, Directory> directories) {
        this.directories = directories;
    }

    /** The directory of an organisation, whichever is consulted at the time: an archive is opened before or after. */
    private final class Consulted implements Directory {
        private final String organisation;

        Consulted(String organisation) {
            this.organisation = organisation;
        }

        @Override
        public Map<String, List<Holding>> aliases(Set<String> accounts, Instant asOf) throws IOException {
            return directories.apply(organisation).aliases(accounts, asOf);
        }

        @Override
        public List<Holding> members(String reference, boolean below, Instant asOf)
                throws UnknownDepartmentException, IOException {
            return directories.apply(organisation).members(reference, below, asOf);
        }
    }

    /** Tells the listener whenever an archive is opened from now on. */
    public void onOpen(Listener listener) {
        listeners.add(listener);
    }

    private Archive.Settings archiveSettings(Organisation organisation, RulesBox rules) throws IOException {
        Settings.Keys keys = settings.keys();
        boolean isFirst = organisations
                .first()
                .filter(first -> first.id().equals(organisation.id()))
                .isPresent();
        return new Archive.Settings(
                settings.home(),
                organisation.id(),
                isFirst ? keys.keyring() : keys.keyring().resolve(organisation.id()),
                isFirst ? keys.keyringCopy() : keys.keyringCopy().resolve(organisation.id()),
                new MasterKeyFile(keys.masterKeyFile()).read(),
                rules::now,
                organisation.retentionYears(),
                settings.storage().reserveBytes(),
                new Consulted(organisation.id()));
    }

    /** The set-up itself has no archive to log to; the first time there is one, the log begins with it. */
    private static void logSetUp(Opened opened) throws IOException {
        if (opened.archive().status().logEntries() > 0) {
            return;
        }
        Organisation organisation = opened.organisation();
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("organisation", organisation.name());
        detail.put("domains", String.join(" ", organisation.domains()));
        detail.put("retention_years", Integer.toString(organisation.retentionYears()));
        detail.put("second_factor", organisation.secondFactor().key());
        detail.put("set_up", organisation.created().toString());
        opened.archive().log(new Actor(organisation.createdBy(), null), "system.setup", detail);
    }

    /** Reads again what the database says of an organisation; it counts for every mail from here on. */
    public synchronized void refresh(String organisation) {
        Opened known = of(organisation);
        Organisation now = organisations.find(organisation).orElseThrow();
        known.organisation = now;
        known.rules = currentRules.of(now);
        known.archive.retain(now.retentionYears());
        sortDomains();
    }

    private void sortDomains() {
        Map<String, Opened> sorted = new HashMap<>();
        for (Opened one : opened.values()) {
            one.organisation().domains().forEach(domain -> sorted.put(domain, one));
        }
        byDomain = Map.copyOf(sorted);
    }

    /** Whose domain that is; in lower case. Takes no longer for many domains than for few. */
    public Optional<Opened> ofDomain(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }

    /** Whether there is one organisation only. */
    public boolean isAlone() {
        return opened.size() == 1;
    }

    /** All that are open, in the order in which the organisations were made. */
    public Collection<Opened> all() {
        return List.copyOf(opened.values());
    }

    /** The archive of an organisation, if there is one of that id. */
    public Optional<Opened> find(String organisation) {
        return Optional.ofNullable(opened.get(organisation));
    }

    /**
     * The archive of an organisation.
     *
     * @throws NotSetUpException if there is none
     */
    public Opened of(String organisation) {
        return find(organisation).orElseThrow(NotSetUpException::new);
    }

    /** The archive of the default organisation, if it is set up. */
    public Optional<Opened> findFirst() {
        return opened.values().stream().findFirst();
    }

    /**
     * The archive of the default organisation: the oldest one.
     *
     * @throws NotSetUpException if there is none yet
     */
    public Opened first() {
        return findFirst().orElseThrow(NotSetUpException::new);
    }

    /** Closes all archives in good order; what was acknowledged is durable already. */
    @Override
    public synchronized void close() throws IOException {
        Map<String, Opened> closing = opened;
        opened = Map.of();
        IOException failed = null;
        for (Opened one : closing.values()) {
            try {
                one.archive().close();
            } catch (IOException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
