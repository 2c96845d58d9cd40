package org.muniment.server.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address whose mail may be archived. It is not an account of the directory, and stays when that one goes.
 *
 * @param id {@code acct_…}
 * @param address in lower case
 * @param known since when there is such an account
 * @param opened when it was last opened; {@code null} if never
 * @param closed when it was last closed; {@code null} if never
 */
public record ArchiveAccount(
        String id,
        String address,
        boolean isOpen,
        Instant known,
        @Nullable Instant opened,
        @Nullable Instant closed) {

    /** Whether nobody, and nothing, has ever opened or closed it. */
    public boolean isUntouched() {
        return opened == null && closed == null;
    }
}
