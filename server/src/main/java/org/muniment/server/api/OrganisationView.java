package org.muniment.server.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Status;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Organisation;

/**
 * An organisation as operators see it: what was agreed, and how much there is; nothing of any mail.
 *
 * @param isDefault whether it is the one that takes what concerns nobody
 * @param seats how many archive accounts may be open; {@code null} for as many as there are
 * @param daysLeft of the service; negative since its end, {@code null} without an end
 */
record OrganisationView(
        String id,
        String name,
        List<String> domains,
        boolean isDefault,
        @Nullable Integer seats,
        @Nullable LocalDate serviceEnds,
        @Nullable Long daysLeft,
        boolean serviceEnded,
        int retentionYears,
        Instant created,
        boolean enabled,
        long messages,
        long bytes) {

    static OrganisationView of(OpenArchives.Opened opened, boolean isDefault, Instant now) {
        Organisation organisation = opened.organisation();
        Organisation.Terms terms = organisation.terms();
        Status status = opened.archive().status();
        return new OrganisationView(
                organisation.id(),
                organisation.name(),
                organisation.domains(),
                isDefault,
                terms.seats(),
                terms.serviceEnds(),
                terms.daysLeft(now),
                terms.endedBy(now),
                organisation.retentionYears(),
                organisation.created(),
                opened.isOn(),
                status.archived(),
                status.storedBytes());
    }
}
