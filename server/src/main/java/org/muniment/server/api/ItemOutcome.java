package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Outcome;
import org.muniment.server.database.ImportRun;
import org.muniment.server.jobs.ItemIntake.Taken;

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

    static ItemOutcome of(Taken taken) {
        return switch (taken) {
            case Taken.Settled settled -> of(settled.outcome());
            case Taken.Failed failed -> new ItemOutcome("failed", null, false, failed.reason());
        };
    }

    private static ItemOutcome of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Archived archived ->
                new ItemOutcome("archived", Ids.MESSAGE + archived.message(), archived.already(), null);
            case Outcome.Merged merged ->
                new ItemOutcome("merged", Ids.MESSAGE + merged.message(), merged.already(), null);
            case Outcome.Excluded excluded -> new ItemOutcome("excluded", null, false, excluded.rule());
        };
    }

    /** What became of these, added up. */
    static ImportRun.Balance balance(List<ItemOutcome> outcomes) {
        long archived = count(outcomes, "archived");
        long merged = count(outcomes, "merged");
        long excluded = count(outcomes, "excluded");
        return new ImportRun.Balance(
                outcomes.size(), archived, merged, excluded, outcomes.size() - archived - merged - excluded);
    }

    private static long count(List<ItemOutcome> outcomes, String kind) {
        return outcomes.stream().filter(one -> one.outcome().equals(kind)).count();
    }
}
