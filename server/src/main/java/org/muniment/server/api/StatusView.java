package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Status;
import org.muniment.server.database.Organisation;
import org.muniment.server.listeners.Received;

/** How everything is doing, as the API shows it; nothing of any mail. */
record StatusView(
        String version,
        String url,
        Smtp smtp,
        boolean setUp,
        @Nullable OrganisationView organisation,
        Switch archive,
        Seats.Taken accounts,
        ServiceTerm service,
        Counts counts,
        Backlog backlog,
        Evidence evidence,
        Storage storage,
        boolean writable,
        @Nullable String reason,
        boolean balanced) {

    record Smtp(
            String address,
            int port,
            @Nullable Long connections,
            long accepted,
            @Nullable Long refused,
            @Nullable Last lastReceived) {}

    /** The newest mail that came in. */
    record Last(Instant at, @Nullable String client, String outcome) {
        static Last of(Received received) {
            return new Last(received.at(), received.client(), received.outcome().key());
        }
    }

    record OrganisationView(String id, String name, List<String> domains) {
        static OrganisationView of(Organisation organisation) {
            return new OrganisationView(organisation.id(), organisation.name(), organisation.domains());
        }
    }

    /** The switch, its last turns, who may turn it. */
    record Switch(
            boolean enabled,
            @Nullable Instant lastTurnedOn,
            @Nullable Instant lastClosed,
            @Nullable Integer retentionYears,
            List<String> administrators) {
        static final Switch NONE = new Switch(false, null, null, null, List.of());
    }

    record Counts(
            long archived,
            long merged,
            long excluded,
            long logEntries,
            long indexed,
            long lastRecord,
            long indexPosition) {
        static Counts of(Status status) {
            return new Counts(
                    status.archived(),
                    status.merged(),
                    status.excluded(),
                    status.logEntries(),
                    status.indexed(),
                    status.lastRecord(),
                    status.indexPosition());
        }
    }

    /** What searches do not see yet. */
    record Backlog(long records, @Nullable Instant oldest) {
        static Backlog of(Status status) {
            return new Backlog(Math.max(0, status.lastRecord() - status.indexPosition()), status.oldestUnindexed());
        }
    }

    record Evidence(long treeSize, long checkpointSize) {}

    record Storage(long storedBytes, long freeBytes) {}

    /** The same without what changes all the time and says little. */
    StatusView settled() {
        var roughly = new Storage(storage.storedBytes(), storage.freeBytes() >> 28);
        return new StatusView(
                version,
                url,
                smtp,
                setUp,
                organisation,
                archive,
                accounts,
                service,
                counts,
                backlog,
                evidence,
                roughly,
                writable,
                reason,
                balanced);
    }
}
