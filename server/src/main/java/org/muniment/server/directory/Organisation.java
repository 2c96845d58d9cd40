package org.muniment.server.directory;

import java.time.Instant;
import java.util.List;

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
        Instant created,
        String createdBy) {

    public Organisation {
        domains = List.copyOf(domains);
    }
}
