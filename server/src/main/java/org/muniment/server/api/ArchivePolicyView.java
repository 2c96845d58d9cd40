package org.muniment.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.Policy;
import org.muniment.server.accounts.PolicyEffect;

/**
 * Whose mail is archived, as the API shows it.
 *
 * @param mode {@code whole_domain} or {@code opened_accounts}
 * @param effect what the other mode would mean, in a preview
 */
record ArchivePolicyView(
        String mode, OpenNewView openNew, @Nullable PolicyEffectView effect) {

    /**
     * Which new accounts of the directory open by themselves.
     *
     * @param scope {@code none}, {@code everybody} or {@code departments}
     */
    record OpenNewView(String scope, List<String> departments, boolean subdepartments) {}

    /** An effect in numbers. */
    record PolicyEffectView(
            int openAccounts,
            int leftOut,
            int openedByThemselves,
            int days,
            @Nullable Integer seats,
            int over) {
        static PolicyEffectView of(PolicyEffect effect) {
            return new PolicyEffectView(
                    effect.open(),
                    effect.leftOut(),
                    effect.openedByThemselves(),
                    PolicyEffect.DAYS,
                    effect.seats(),
                    effect.over());
        }
    }

    static ArchivePolicyView of(Policy policy, @Nullable PolicyEffect effect) {
        var openNew = policy.openNew();
        return new ArchivePolicyView(
                policy.mode().key(),
                new OpenNewView(openNew.scope().key(), openNew.departments(), openNew.subdepartments()),
                effect == null ? null : PolicyEffectView.of(effect));
    }
}
