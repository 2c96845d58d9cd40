package org.muniment.server.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Status;
import org.muniment.server.Addresses;
import org.muniment.server.archives.CurrentArchive;
import org.muniment.server.directory.ArchivePeriod;
import org.muniment.server.directory.ArchivePeriods;
import org.muniment.server.directory.Organisation;
import org.muniment.server.directory.People;
import org.muniment.server.directory.Role;
import org.muniment.server.home.Home;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.listeners.MailListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How everything is doing, in one look; shows no mail. */
@RestController
final class StatusController {
    private final CurrentArchive current;
    private final ArchivePeriods periods;
    private final People people;
    private final Listeners listeners;
    private final Addresses addresses;
    private final Home home;

    StatusController(
            CurrentArchive current,
            ArchivePeriods periods,
            People people,
            Listeners listeners,
            Addresses addresses,
            Home home) {
        this.current = current;
        this.periods = periods;
        this.people = people;
        this.listeners = listeners;
        this.addresses = addresses;
        this.home = home;
    }

    record View(
            String version,
            String url,
            SmtpView smtp,
            boolean setUp,
            @Nullable OrganisationView organisation,
            ArchiveView archive,
            Counts counts,
            Evidence evidence,
            Storage storage,
            boolean writable,
            @Nullable String reason,
            boolean balanced) {}

    record SmtpView(String address, int port, long connections, long accepted, long refused) {}

    record OrganisationView(String id, String name, List<String> domains) {}

    record ArchiveView(
            boolean enabled,
            @Nullable Instant lastTurnedOn,
            @Nullable Instant lastClosed,
            @Nullable Integer retentionYears,
            List<String> administrators) {}

    record Counts(
            long archived,
            long merged,
            long excluded,
            long logEntries,
            long indexed,
            long lastRecord,
            long indexPosition) {}

    record Evidence(long treeSize, long checkpointSize) {}

    record Storage(long storedBytes, long freeBytes) {}

    @GetMapping("/api/v1/status")
    View status() throws IOException {
        Optional<CurrentArchive.Opened> opened = current.find();
        return opened.isPresent() ? view(opened.get()) : beforeSetUp();
    }

    private View view(CurrentArchive.Opened opened) throws IOException {
        Organisation organisation = opened.organisation();
        Status status = opened.archive().status();
        return new View(
                addresses.version(),
                addresses.url(),
                smtp(),
                true,
                new OrganisationView(organisation.id(), organisation.name(), organisation.domains()),
                archive(organisation),
                counts(status),
                new Evidence(status.treeSize(), status.checkpointSize()),
                new Storage(status.storedBytes(), home.freeBytes()),
                status.writable(),
                status.reason(),
                status.archived() == status.indexed() && status.indexPosition() == status.lastRecord());
    }

    private View beforeSetUp() throws IOException {
        return new View(
                addresses.version(),
                addresses.url(),
                smtp(),
                false,
                null,
                new ArchiveView(false, null, null, null, List.of()),
                new Counts(0, 0, 0, 0, 0, 0, 0),
                new Evidence(0, 0),
                new Storage(0, home.freeBytes()),
                false,
                "No organisation is set up yet.",
                true);
    }

    /** What the summary shows of the archive: the switch, its last turns, who may turn it. */
    ArchiveView archive(Organisation organisation) {
        return new ArchiveView(
                current.isOn(),
                periods.newest().map(ArchivePeriod::started).orElse(null),
                periods.lastEnd().orElse(null),
                organisation.retentionYears(),
                people.having(Role.ARCHIVE_ADMINISTRATOR));
    }

    private static Counts counts(Status status) {
        return new Counts(
                status.archived(),
                status.merged(),
                status.excluded(),
                status.logEntries(),
                status.indexed(),
                status.lastRecord(),
                status.indexPosition());
    }

    private SmtpView smtp() {
        Optional<MailListener> smtp = listeners.smtp();
        return new SmtpView(
                addresses.smtpBind(),
                addresses.smtpPort(),
                smtp.map(MailListener::connections).orElse(0L),
                smtp.map(MailListener::accepted).orElse(0L),
                smtp.map(MailListener::refused).orElse(0L));
    }
}
