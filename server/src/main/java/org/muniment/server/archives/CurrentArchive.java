package org.muniment.server.archives;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.Rules;
import org.muniment.server.directory.ArchivePeriod;
import org.muniment.server.directory.ArchivePeriods;
import org.muniment.server.directory.Organisation;
import org.muniment.server.directory.Organisations;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.settings.Settings;

/**
 * The archive of the organisation, open from the start of the server, or from the set-up, until the server ends.
 * Thread-safe.
 */
public final class CurrentArchive implements Closeable {

    /** The organisation and its archive. */
    public record Opened(Organisation organisation, Archive archive) {}

    /** Is told when the archive is open. */
    @FunctionalInterface
    public interface Listener {
        void archiveOpened(Opened opened) throws IOException;
    }

    private final Settings settings;
    private final Organisations organisations;
    private final ArchivePeriods periods;
    private final ArchiveOpener opener;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    private volatile @Nullable Opened opened;
    private volatile Rules rules = new Rules(false, Set.of());

    public CurrentArchive(
            Settings settings, Organisations organisations, ArchivePeriods periods, ArchiveOpener opener) {
        this.settings = settings;
        this.organisations = organisations;
        this.periods = periods;
        this.opener = opener;
    }

    /** Opens the archive if an organisation is set up and it is not open yet. */
    public synchronized void open() throws IOException {
        Optional<Organisation> organisation = organisations.find();
        if (opened != null || organisation.isEmpty()) {
            return;
        }
        followSwitch(organisation.get());
        var now = new Opened(organisation.get(), opener.open(archiveSettings(organisation.get())));
        opened = now;
        logSetUp(now);
        for (Listener listener : listeners) {
            listener.archiveOpened(now);
        }
    }

    /** Tells the listener when the archive is opened; not if it is open already. */
    public void onOpen(Listener listener) {
        listeners.add(listener);
    }

    private Archive.Settings archiveSettings(Organisation organisation) throws IOException {
        Settings.Keys keys = settings.keys();
        return new Archive.Settings(
                settings.home(),
                organisation.id(),
                keys.keyring(),
                keys.keyringCopy(),
                new MasterKeyFile(keys.masterKeyFile()).read(),
                () -> rules,
                organisation.retentionYears(),
                settings.storage().reserveBytes());
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

    /** What the switch says now counts for every mail from here on. */
    void followSwitch(Organisation organisation) {
        boolean on = periods.newest().filter(ArchivePeriod::isRunning).isPresent();
        rules = new Rules(on, Set.copyOf(organisation.domains()));
    }

    /** Whether archiving is on. */
    public boolean isOn() {
        return rules.enabled();
    }

    /** The archive, if there is one. */
    public Optional<Opened> find() {
        return Optional.ofNullable(opened);
    }

    /**
     * The archive.
     *
     * @throws NotSetUpException if there is none yet
     */
    public Opened get() {
        return find().orElseThrow(NotSetUpException::new);
    }

    /** Closes the archive in good order; what was acknowledged is durable already. */
    @Override
    public synchronized void close() throws IOException {
        Opened closing = opened;
        opened = null;
        if (closing != null) {
            closing.archive().close();
        }
    }
}
