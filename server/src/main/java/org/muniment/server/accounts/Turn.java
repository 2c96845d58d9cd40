package org.muniment.server.accounts;

import java.time.Instant;

/**
 * An opening or a closing of an account.
 *
 * @param number by which they are in order
 * @param account its id
 * @param opened whether it was opened, else closed
 * @param who as the archive log names it
 * @param batch the act of which it was a part, {@code bat_…}
 */
public record Turn(
        long number,
        String account,
        String address,
        Instant at,
        boolean opened,
        String who,
        How how,
        String reason,
        String batch) {}
