package org.muniment.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.index.Expansion.Holding;

/** The directory of an organisation that keeps none. */
enum EmptyDirectory implements Directory {
    INSTANCE;

    @Override
    public Map<String, List<Holding>> aliases(Set<String> accounts, Instant asOf) {
        return Map.of();
    }

    @Override
    public List<Holding> members(String reference, boolean below, Instant asOf) throws UnknownDepartmentException {
        throw new UnknownDepartmentException(reference);
    }
}
