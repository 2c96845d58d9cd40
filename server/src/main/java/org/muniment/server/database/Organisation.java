package org.muniment.server.database;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose mail is archived here.
 *
 * @param id {@code org_…}, also the name of its folder
 * @param retentionYears how long its mail is kept
 * @param domains its mail domains in lower case, in the order they were given
 * @param createdBy who set it up, as the archive log names it
 */
public record Organisation(
        String id,
        String name,
        int retentionYears,
        SecondFactor secondFactor,
        List<String> domains,
        Terms terms,
        Instant created,
        String createdBy) {

    /** Which mail is archived. */
    public enum Mode {
        /** Mail in which an address of the organisation's domains takes part. */
        WHOLE_DOMAIN,
        /** Mail in which an archive account takes part that was opened. */
        OPENED_ACCOUNTS;

        /** As API and database write it: {@code whole_domain}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Mode of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What the operator agreed with the organisation, and how it archives.
     *
     * @param seats how many archive accounts may be open; {@code null} for as many as there are
     * @param serviceEnds the last day of the service; {@code null} while no end is agreed
     */
    public record Terms(@Nullable Integer seats, @Nullable LocalDate serviceEnds, Mode mode) {

        /** No limit, no end, whole domains. */
        public static Terms unlimited() {
            return new Terms(null, null, Mode.WHOLE_DOMAIN);
        }

        /** Whether the service has ended by then: the day after its last day has begun (UTC). */
        public boolean endedBy(Instant now) {
            LocalDate last = serviceEnds;
            return last != null && today(now).isAfter(last);
        }

        /** Days until the service has ended, its last day among them; negative for days since, null without an end. */
        public @Nullable Long daysLeft(Instant now) {
            LocalDate last = serviceEnds;
            return last == null ? null : ChronoUnit.DAYS.between(today(now), last) + 1;
        }

        private static LocalDate today(Instant now) {
            return LocalDate.ofInstant(now, ZoneOffset.UTC);
        }
    }

    public Organisation {
        domains = List.copyOf(domains);
    }
}
