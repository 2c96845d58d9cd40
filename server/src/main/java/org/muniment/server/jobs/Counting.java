package org.muniment.server.jobs;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.muniment.archive.Outcome;
import org.muniment.server.database.ImportRun;

/**
 * Counts what becomes of the items of one import: {@code found = archived + merged + excluded + failed}, always.
 *
 * <p>A message counts as archived once; every further item that is the same message counts as merged. An item that was
 * in the archive before counts by what became of it then, so an import that begins again ends with the same balance.
 * Not thread-safe.
 */
final class Counting {
    private final Map<String, BitSet> archivedByWriter = new HashMap<>();
    private long archived;
    private long merged;
    private long excluded;
    private long failed;

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Archived kept -> {
                if (isFirstOf(kept.message())) {
                    archived++;
                } else {
                    merged++;
                }
            }
            case Outcome.Merged _ -> merged++;
            case Outcome.Excluded _ -> excluded++;
        }
    }

    void countFailure() {
        failed++;
    }

    /** Remembers ids as one bit each: numbers are dense per writer. */
    private boolean isFirstOf(String id) {
        int dash = id.lastIndexOf('-');
        BitSet seen = archivedByWriter.computeIfAbsent(id.substring(0, dash), _ -> new BitSet());
        int bit = (int) (Long.parseLong(id, dash + 1, id.length(), 10) & Integer.MAX_VALUE);
        boolean first = !seen.get(bit);
        seen.set(bit);
        return first;
    }

    ImportRun.Balance balance() {
        return new ImportRun.Balance(archived + merged + excluded + failed, archived, merged, excluded, failed);
    }
}
