package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;

/** What was filled in of a set-up so far; there is no place for a password in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetUpDraft(
        @Nullable Integer step,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String organisation,
        @Nullable List<@Nullable String> domains,
        @Nullable String postmasterAddress,
        @Nullable String archiveAdministratorAddress,
        @Nullable Boolean alone,
        @Nullable String secondFactor,
        @Nullable Integer retentionYears) {
    private static final int MOST_STEPS = 20;
    private static final int MOST_DOMAINS = 100;
    private static final int LONGEST_TEXT = 300; // half-typed is kept as it is, but not for ever longer

    /** Itself, or the problem that it is too large to keep. */
    SetUpDraft checked() {
        Required.within("/step", step, 1, 1, MOST_STEPS);
        List<@Nullable String> names = domains == null ? List.of() : domains;
        if (names.size() > MOST_DOMAINS) {
            throw Problem.field("/domains", "too-long", Message.of("set-up.domains", MOST_DOMAINS, names.size()))
                    .exception();
        }
        text("/language", language);
        text("/time_zone", timeZone);
        text("/organisation", organisation);
        text("/postmaster_address", postmasterAddress);
        text("/archive_administrator_address", archiveAdministratorAddress);
        text("/second_factor", secondFactor);
        names.forEach(name -> text("/domains", name));
        return this;
    }

    private static void text(String pointer, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Problem.field(pointer, "too-long", Message.of("invalid.length", pointer, 0, LONGEST_TEXT))
                    .exception();
        }
    }
}
