package org.muniment.server.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The word by which an option takes away what is set. */
final class None {
    static final String WORD = "none";

    private None() {}

    static boolean isMeant(@Nullable String given) {
        return WORD.equals(given);
    }

    /** What an option that may be repeated gives: its values, or nothing if the word stands alone. */
    static List<String> list(String option, List<String> given) throws CliException {
        if (given.equals(List.of(WORD))) {
            return List.of();
        }
        if (given.contains(WORD)) {
            throw CliException.usage(option + " none takes all of them away; give it alone.");
        }
        return given;
    }
}
