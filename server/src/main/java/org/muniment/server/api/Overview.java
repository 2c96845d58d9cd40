package org.muniment.server.api;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.archive.Status;
import org.muniment.server.Addresses;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ArchivePeriod;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.People;
import org.muniment.server.database.Role;
import org.muniment.server.home.Home;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.listeners.MailListener;

/** Puts together how everything is doing. Thread-safe; cheap enough to be asked every second. */
final class Overview {
    private final OpenArchives archives;
    private final ArchivePeriods periods;
    private final Seats seats;
    private final People people;
    private final Listeners listeners;
    private final Addresses addresses;
    private final Home home;
    private final InstantSource clock;

    Overview(
            OpenArchives archives,
            ArchivePeriods periods,
            Seats seats,
            People people,
            Listeners listeners,
            Addresses addresses,
            Home home,
            InstantSource clock) {
        this.archives = archives;
        this.periods = periods;
        this.seats = seats;
        this.people = people;
        this.listeners = listeners;
        this.addresses = addresses;
        this.home = home;
        this.clock = clock;
    }

    /** How everything is doing for who runs the machine: the default organisation, or that there is none yet. */
    StatusView status() throws IOException {
        Optional<OpenArchives.Opened> first = archives.findFirst();
        return first.isPresent() ? status(first.get(), true) : beforeSetUp();
    }

    /** How everything is doing as far as it concerns an organisation. */
    StatusView status(OpenArchives.Opened opened) throws IOException {
        return status(opened, archives.isAlone());
    }

    private StatusView status(OpenArchives.Opened opened, boolean wholeListener) throws IOException {
        Organisation organisation = opened.organisation();
        Status status = opened.archive().status();
        return new StatusView(
                addresses.version(),
                addresses.url(),
                smtp(organisation.id(), wholeListener),
                true,
                StatusView.OrganisationView.of(organisation),
                theSwitch(opened),
                seats.of(organisation),
                ServiceTerm.of(organisation.terms(), clock.instant()),
                StatusView.Counts.of(status),
                StatusView.Backlog.of(status),
                new StatusView.Evidence(status.treeSize(), status.checkpointSize()),
                new StatusView.Storage(status.storedBytes(), home.freeBytes()),
                status.writable(),
                status.reason(),
                status.archived() == status.indexed() && status.indexPosition() == status.lastRecord());
    }

    private StatusView beforeSetUp() throws IOException {
        return new StatusView(
                addresses.version(),
                addresses.url(),
                smtp("", true),
                false,
                null,
                StatusView.Switch.NONE,
                Seats.Taken.NONE,
                ServiceTerm.NONE,
                new StatusView.Counts(0, 0, 0, 0, 0, 0, 0),
                new StatusView.Backlog(0, null),
                new StatusView.Evidence(0, 0),
                new StatusView.Storage(0, home.freeBytes()),
                false,
                "No organisation is set up yet.",
                true);
    }

    private StatusView.Switch theSwitch(OpenArchives.Opened opened) {
        Organisation organisation = opened.organisation();
        return new StatusView.Switch(
                opened.isOn(),
                periods.newest(organisation.id()).map(ArchivePeriod::started).orElse(null),
                periods.lastEnd(organisation.id()).orElse(null),
                organisation.retentionYears(),
                people.having(organisation.id(), Role.ARCHIVE_ADMINISTRATOR));
    }

    /** Of a listener that several organisations share, each is told of its own mail alone. */
    private StatusView.Smtp smtp(String organisation, boolean whole) {
        Optional<MailListener> smtp = listeners.smtp();
        return new StatusView.Smtp(
                addresses.smtpBind(),
                addresses.smtpPort(),
                whole ? smtp.map(MailListener::connections).orElse(0L) : null,
                whole ? smtp.map(MailListener::accepted).orElse(0L) : listeners.accepted(organisation),
                whole ? smtp.map(MailListener::refused).orElse(0L) : null,
                listeners.lastReceived(organisation).map(StatusView.Last::of).orElse(null));
    }

    /** The archive in seven fields. */
    ArchiveSummary summary(OpenArchives.Opened opened) throws IOException {
        Status status = opened.archive().status();
        StatusView.Switch turned = theSwitch(opened);
        Seats.Taken taken = seats.of(opened.organisation());
        boolean trouble = !status.writable() || taken.isTrouble();
        return new ArchiveSummary(
                turned.enabled(),
                !turned.enabled() ? "off" : trouble ? "trouble" : "on",
                turned.enabled() && !status.writable() ? status.reason() : null,
                turned.lastTurnedOn(),
                turned.lastClosed(),
                turned.retentionYears(),
                turned.administrators(),
                taken.seats() == null ? taken.known() : taken.seats(),
                taken.open(),
                opened.organisation().terms().mode().key(),
                taken.seats(),
                taken.over(),
                taken.waiting(),
                ServiceTerm.of(opened.organisation().terms(), clock.instant()));
    }
}
