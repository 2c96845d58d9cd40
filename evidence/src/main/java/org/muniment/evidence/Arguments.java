package org.muniment.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a command line, split into what stands alone and {@code --name value}. Not thread-safe. */
final class Arguments {
    private final Deque<String> words = new ArrayDeque<>();
    private final Map<String, String> options = new HashMap<>();

    /**
     * Splits a command line.
     *
     * @param known the options there are, without their dashes
     * @throws UsageException for an unknown, repeated or empty option
     */
    Arguments(List<String> arguments, Set<String> known) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            String name = word.substring(2);
            if (!known.contains(name)) {
                throw new UsageException("There is no option " + word + ".");
            }
            if (rest.isEmpty() || options.put(name, rest.pop()) != null) {
                throw new UsageException("Give " + word + " once, with a value behind it.");
            }
        }
    }

    String word(String what) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException("Name " + what + ".");
        }
        return words.pop();
    }

    String option(String name) throws UsageException {
        String value = options.remove(name);
        if (value == null) {
            throw new UsageException("Give --" + name + " too.");
        }
        return value;
    }

    void nothingLeft() throws UsageException {
        if (!words.isEmpty() || !options.isEmpty()) {
            throw new UsageException("This check does not take: "
                    + (words.isEmpty() ? "--" + options.keySet().iterator().next() : words.peek()) + ".");
        }
    }

    /** The command line asks for nothing that can be checked; the message says what to give instead. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String sentence) {
            super(sentence);
        }
    }
}
