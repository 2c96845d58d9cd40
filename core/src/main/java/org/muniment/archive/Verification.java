package org.muniment.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading and recomputing everything.
 *
 * @param records how many records were checked
 * @param bytes how many bytes were read
 * @param treeSize size of the tree that was recomputed
 * @param failures everything that is not as it should be; empty means the archive is intact
 * @param notes what is no failure but worth knowing, such as a torn tail that recovery will cut
 */
public record Verification(long records, long bytes, long treeSize, List<Failure> failures, List<String> notes) {

    public Verification {
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /** Whether everything is as it should be. */
    public boolean intact() {
        return failures.isEmpty();
    }

    /**
     * One thing that differs.
     *
     * @param file which volume, tile or checkpoint
     * @param record the record concerned, {@code <writer>-<number>}; {@code null} if none can be named
     * @param offset where in the file; -1 if it is not about a place
     * @param what what differs, a sentence
     */
    public record Failure(String file, @Nullable String record, long offset, String what) {}
}
