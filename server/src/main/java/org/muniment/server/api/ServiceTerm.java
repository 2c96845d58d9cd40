package org.muniment.server.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Organisation;

/**
 * How long the service of an organisation goes on, as the API shows it.
 *
 * @param state {@code running}, {@code ending} (within {@value #WARNING_DAYS} days: a warning), {@code ended} (an alarm)
 * @param lastDay {@code null} while no end is agreed
 * @param daysLeft its last day among them; 0 after the end, {@code null} without one
 */
record ServiceTerm(
        String state, @Nullable LocalDate lastDay, @Nullable Long daysLeft) {
    private static final int WARNING_DAYS = 30;

    static final ServiceTerm NONE = new ServiceTerm("running", null, null);

    static ServiceTerm of(Organisation.Terms terms, Instant now) {
        Long days = terms.daysLeft(now);
        if (days == null) {
            return NONE;
        }
        String state = days > WARNING_DAYS ? "running" : days > 0 ? "ending" : "ended";
        return new ServiceTerm(state, terms.serviceEnds(), Math.max(0, days));
    }
}
