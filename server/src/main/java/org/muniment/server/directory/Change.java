package org.muniment.server.directory;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A change that was checked and can be made.
 *
 * @param type of its entry in the archive log; empty if there is nothing to do, then nothing is logged
 * @param detail of that entry
 * @param parts details of further entries, of the type {@code <type>_part}, for what is too long for one
 * @param isOfDirectory whether the directory is another one afterwards; not if only something around it changes
 * @param work writes it to the database
 */
record Change<R>(
        String type,
        Map<String, String> detail,
        List<Map<String, String>> parts,
        boolean isOfDirectory,
        Supplier<R> work) {

    Change(String type, Map<String, String> detail, Supplier<R> work) {
        this(type, detail, List.of(), true, work);
    }

    /** Everything is as it is wanted already. */
    static <R> Change<R> none(R result) {
        return new Change<>("", Map.of(), () -> result);
    }

    /** What changes something around the directory and leaves that as it is. */
    static <R> Change<R> around(String type, Map<String, String> detail, Supplier<R> work) {
        return new Change<>(type, detail, List.of(), false, work);
    }
}
