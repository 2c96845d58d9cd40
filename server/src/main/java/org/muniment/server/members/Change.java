package org.muniment.server.members;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A change that was checked and can be made.
 *
 * @param type of its entry in the archive log; empty if there is nothing to do, then nothing is logged
 * @param detail of that entry
 * @param work writes it to the database
 */
record Change<R>(String type, Map<String, String> detail, Supplier<R> work) {

    /** Everything is as it is wanted already. */
    static <R> Change<R> none(R result) {
        return new Change<>("", Map.of(), () -> result);
    }
}
