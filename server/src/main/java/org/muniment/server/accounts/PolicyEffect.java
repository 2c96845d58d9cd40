package org.muniment.server.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What another mode means, in numbers.
 *
 * @param open how many accounts are open; their mail is archived either way
 * @param leftOut how many addresses that took part in mail of the last {@link #DAYS} days have no open account, so that
 *     their mail would no longer be archived for their sake
 * @param openedByThemselves how many accounts opened by themselves in these days; such new ones would not any more
 * @param seats how many may be open; {@code null} for as many as there are
 * @param over how many too many are open
 */
public record PolicyEffect(
        int open,
        int leftOut,
        int openedByThemselves,
        @Nullable Integer seats,
        int over) {
    /** How far it looks back. */
    public static final int DAYS = 30;
}
