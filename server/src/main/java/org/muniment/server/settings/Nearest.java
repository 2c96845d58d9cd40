package org.muniment.server.settings;

import java.util.Optional;

/** Finds the name somebody may have meant. */
public final class Nearest {
    private static final int MOST_EDITS = 4;

    private Nearest() {}

    /** The setting whose name is closest, if any is close enough to be worth a hint. */
    static Optional<String> to(String name) {
        String best = null;
        int fewest = MOST_EDITS + 1;
        for (Setting setting : Setting.values()) {
            int edits = edits(name, setting.key());
            if (edits < fewest) {
                fewest = edits;
                best = setting.key();
            }
        }
        return Optional.ofNullable(best);
    }

    /** The Levenshtein distance, one row at a time. */
    public static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
