package org.muniment.server.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an address belonged to an account, or through it to a department.
 *
 * @param address in lower case
 * @param account {@code dac_…}
 * @param since the first moment; {@code null} for as long as the account is known, and before
 * @param until the first moment at which it was no longer so; {@code null} while it lasts
 */
public record AddressSpan(
        String address,
        String account,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** Whether it was so at that moment. */
    public boolean holdsAt(Instant moment) {
        return (since == null || !moment.isBefore(since)) && (until == null || moment.isBefore(until));
    }
}
