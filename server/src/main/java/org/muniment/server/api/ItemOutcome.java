package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Outcome;

/**
 * What became of one item of an import.
 *
 * @param outcome {@code archived}, {@code merged}, {@code excluded} or {@code failed}
 * @param id of the message; none for what was not kept
 * @param already whether this very item was there before
 * @param detail which rule excluded it, or why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemOutcome(
        String outcome,
        @Nullable String id,
        boolean already,
        @Nullable String detail) {

    static ItemOutcome of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Archived archived ->
                new ItemOutcome("archived", Ids.MESSAGE + archived.message(), archived.already(), null);
            case Outcome.Merged merged ->
                new ItemOutcome("merged", Ids.MESSAGE + merged.message(), merged.already(), null);
            case Outcome.Excluded excluded -> new ItemOutcome("excluded", null, false, excluded.rule());
        };
    }

    static ItemOutcome failed(String detail) {
        return new ItemOutcome("failed", null, false, detail);
    }
}
