package org.muniment.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.Effect;
import org.muniment.server.language.Language;

/**
 * What opening or closing accounts did, or would do.
 *
 * @param dryRun whether it was only looked at
 * @param refused addresses that cannot be used, in a preview; nothing is done while there are any
 */
record EffectView(
        boolean dryRun,
        @Nullable String batch,
        int asked,
        int changed,
        int unchanged,
        int added,
        int openBefore,
        int openAfter,
        @Nullable Integer seats,
        boolean limited,
        int over,
        List<Refused> refused) {

    /** An address that cannot be used. */
    record Refused(String pointer, String detail) {}

    static EffectView of(boolean dryRun, Effect effect, List<Problem.Fault> faults, Language language) {
        return new EffectView(
                dryRun,
                effect.batch(),
                effect.asked(),
                effect.changed(),
                effect.asked() - effect.changed(),
                effect.added(),
                effect.openBefore(),
                effect.openAfter(),
                effect.seats(),
                effect.limited(),
                effect.over(),
                faults.stream()
                        .map(fault ->
                                new Refused(fault.pointer(), fault.detail().in(language)))
                        .toList());
    }
}
