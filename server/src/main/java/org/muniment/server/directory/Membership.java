package org.muniment.server.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an account was in a department.
 *
 * @param since the first moment; {@code null} for as long as the account is known, and before
 * @param until the first moment at which it was no longer so; {@code null} while it lasts
 */
public record Membership(
        String account,
        String department,
        @Nullable Instant since,
        @Nullable Instant until) {}
