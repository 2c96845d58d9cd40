package org.muniment.server.setup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A further organisation, as an operator asks for it.
 *
 * @param seats how many archive accounts may be open; {@code null} for as many as there are
 * @param serviceEnds the last day of the service; {@code null} while no end is agreed
 * @param retentionYears how long its mail is kept; {@code null} for the machine's setting
 * @param postmaster who appoints everybody else in it
 * @param reason why, for the archive log
 */
public record NewOrganisation(
        String name,
        List<String> domains,
        @Nullable Integer seats,
        @Nullable LocalDate serviceEnds,
        @Nullable Integer retentionYears,
        SetUpRequest.NewPerson postmaster,
        String reason) {

    public NewOrganisation {
        domains = List.copyOf(domains);
    }
}
