package org.muniment.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.AccountList;
import org.muniment.server.accounts.ArchiveAccount;

/**
 * An archive account as the API shows it.
 *
 * @param status {@code open} or {@code not_open}
 */
record ArchiveAccountView(
        String id,
        String address,
        String status,
        Instant known,
        @Nullable Instant opened,
        @Nullable Instant closed) {

    static ArchiveAccountView of(AccountList.Listed listed) {
        ArchiveAccount account = listed.account();
        return new ArchiveAccountView(
                account.id(),
                account.address(),
                account.isOpen() ? "open" : "not_open",
                account.known(),
                account.opened(),
                account.closed());
    }
}
