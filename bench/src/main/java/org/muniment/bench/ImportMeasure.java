package org.muniment.bench;

import java.nio.file.Path;
import java.util.List;

/** Import and index of a corpus by a JVM of its own, from its start to its end. */
final class ImportMeasure {
    /** As many as the server has under way. */
    private static final String AT_ONCE = "256";

    private ImportMeasure() {}

    static Figures run(Corpus corpus, Path home, List<String> flags) throws Exception {
        try (Fork fork =
                Fork.of(ImportWorker.class, flags, List.of(corpus.maildir().toString(), home.toString(), AT_ONCE))) {
            Figures inside = fork.figures();
            Cost cost = fork.end();
            requireBalance(inside);
            return cost.figures(inside.get("messages"), inside.get("bytes")).putAll("", inside);
        }
    }

    /** Fast and wrong would not count. */
    private static void requireBalance(Figures inside) {
        boolean balanced =
                inside.get("archived") + inside.get("merged") + inside.get("same_item_again") == inside.get("messages")
                        && inside.get("archived") == inside.get("indexed");
        if (!balanced) {
            throw new IllegalStateException("the import does not balance: " + inside.lines());
        }
    }
}
