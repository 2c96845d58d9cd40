package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.index.Expansion.Holding;

/**
 * What an archive wants to know of the people of its organisation, and all that it knows: which addresses are one
 * person's, and who was in a department when. A search made again has to find the same, so both are asked for as of an
 * instant. What began after it is left out by whoever asks, and what ended after it counts as lasting; so a directory
 * that changes nothing but by ending and beginning answers rightly with all it holds. Implementations are thread-safe.
 */
public interface Directory {

    /**
     * The further addresses of accounts, with the times at which they were theirs.
     *
     * @param accounts addresses as somebody typed them
     * @return by account as it was given; accounts without further addresses may be left out
     */
    Map<String, List<Holding>> aliases(Set<String> accounts, Instant asOf) throws IOException;

    /**
     * Everyone who is or was in a department, with all their addresses; somebody who came back, more than once.
     *
     * @param reference id, or names from the top of the tree down with {@code /} between them
     * @param below whether the departments below it count too
     * @throws UnknownDepartmentException if there is none
     */
    List<Holding> members(String reference, boolean below, Instant asOf) throws UnknownDepartmentException, IOException;

    /** A directory that holds nobody: an address is an account, and there are no departments. */
    static Directory empty() {
        return EmptyDirectory.INSTANCE;
    }
}
