package org.muniment.server.setup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set of an organisation that is there.
 *
 * @param seats how many archive accounts may be open; {@code null} for as many as there are
 * @param serviceEnds the last day of the service; {@code null} while no end is agreed
 * @param retentionYears how long mail is kept that comes from now on
 */
public record OrganisationTerms(
        String name, @Nullable Integer seats, @Nullable LocalDate serviceEnds, int retentionYears) {}
