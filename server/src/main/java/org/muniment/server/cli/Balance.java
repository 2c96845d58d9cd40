package org.muniment.server.cli;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What became of the items of an import: {@code found = archived + merged + excluded + failed}, always.
 *
 * <p>A message counts as archived once per run; every further item that is the same message counts as merged. An item
 * that was in the archive before counts by what became of it then, so a second run over the same files has the same
 * balance as the first. Thread-safe.
 */
final class Balance {
    private final Map<String, BitSet> archivedByWriter = new HashMap<>();
    private final Set<String> archivedOthers = new HashSet<>();
    private long archived;
    private long merged;
    private long excluded;
    private long failed;
    private long already;

    /** What the server answered for one item. */
    synchronized void count(String outcome, String id, boolean wasThere) {
        already += wasThere ? 1 : 0;
        switch (outcome) {
            case "archived" -> {
                boolean first = firstOf(id);
                archived += first ? 1 : 0;
                merged += first ? 0 : 1;
            }
            case "merged" -> merged++;
            case "excluded" -> excluded++;
            default -> failed++;
        }
    }

    synchronized void failed() {
        failed++;
    }

    /** Remembers ids as one bit each: numbers are dense per writer. */
    private boolean firstOf(String id) {
        int dash = id.lastIndexOf('-');
        String number = id.substring(dash + 1);
        if (dash < 0 || !number.matches("[0-9]{1,9}")) {
            return archivedOthers.add(id);
        }
        BitSet seen = archivedByWriter.computeIfAbsent(id.substring(0, dash), writer -> new BitSet());
        int bit = Integer.parseInt(number);
        boolean first = !seen.get(bit);
        seen.set(bit);
        return first;
    }

    synchronized Counts counts() {
        return new Counts(archived, merged, excluded, failed, already);
    }

    /**
     * The numbers at one moment.
     *
     * @param already how many of the items were in the archive before
     */
    record Counts(long archived, long merged, long excluded, long failed, long already) {

        long found() {
            return archived + merged + excluded + failed;
        }

        /** The line that ends every import. */
        String line() {
            return "found " + Texts.count(found()) + " = archived " + Texts.count(archived) + " + merged "
                    + Texts.count(merged) + " + excluded " + Texts.count(excluded) + " + failed " + Texts.count(failed);
        }

        JsonText json() {
            return new JsonText()
                    .put("found", found())
                    .put("archived", archived)
                    .put("merged", merged)
                    .put("excluded", excluded)
                    .put("failed", failed);
        }
    }
}
