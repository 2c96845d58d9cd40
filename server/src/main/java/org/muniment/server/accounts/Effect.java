package org.muniment.server.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What opening or closing accounts does, or would do.
 *
 * @param batch the act, {@code bat_…}; {@code null} while it is only a preview, or when nothing had to be done
 * @param asked how many different accounts were named
 * @param changed how many of them are another way afterwards
 * @param added how many of these were not known before
 * @param openBefore how many accounts of the organisation are open before
 * @param openAfter and afterwards
 * @param seats how many may be; {@code null} for as many as there are
 * @param limited whether no more can be opened; else mail over the seats is archived all the same
 */
public record Effect(
        @Nullable String batch,
        int asked,
        int changed,
        int added,
        int openBefore,
        int openAfter,
        @Nullable Integer seats,
        boolean limited) {

    /** How many too many are open afterwards. */
    public int over() {
        return seats == null ? 0 : Math.max(0, openAfter - seats);
    }
}
