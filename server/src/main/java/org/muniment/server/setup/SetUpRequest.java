package org.muniment.server.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.SecondFactor;

/**
 * What an organisation is set up with.
 *
 * @param organisation its name
 * @param domains its mail domains, at least one
 * @param postmaster who runs the system
 * @param archiveAdministrator who switches archiving and reads; may be the same person
 * @param retentionYears how long mail is kept; {@code null} for the operator's setting
 */
public record SetUpRequest(
        String organisation,
        List<String> domains,
        NewPerson postmaster,
        NewPerson archiveAdministrator,
        SecondFactor secondFactor,
        @Nullable Integer retentionYears) {

    public SetUpRequest {
        domains = List.copyOf(domains);
    }

    /** A person who is appointed. */
    public record NewPerson(String address, String password) {

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return "NewPerson[" + address + "]";
        }
    }

    /** Whether one person has both roles, so that nobody watches over the other. */
    public boolean isOnePerson() {
        return postmaster
                .address()
                .strip()
                .equalsIgnoreCase(archiveAdministrator.address().strip());
    }
}
