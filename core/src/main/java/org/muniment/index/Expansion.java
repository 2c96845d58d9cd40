package org.muniment.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.index.query.Query;

/**
 * Who is meant by the accounts and departments of one query: looked up before the search, because an index knows
 * addresses and no people. Immutable.
 *
 * @param aliases per account, as the query has it, the further addresses of the same person and when;
 *     accounts not named have none
 * @param members per department, as the query has it, who was in it when; departments not named have nobody
 */
public record Expansion(Map<String, List<Holding>> aliases, Map<Query.Department, List<Holding>> members) {
    private static final Expansion NONE = new Expansion(Map.of(), Map.of());

    /**
     * That an address was a person's, or in a department, for a time.
     *
     * @param from the first moment, {@code null} if always
     * @param to the first moment when it was not any more, {@code null} if it still is
     */
    public record Holding(
            String address,
            @Nullable Instant from,
            @Nullable Instant to) {}

    public Expansion {
        aliases = Map.copyOf(aliases);
        members = Map.copyOf(members);
    }

    /** For queries that name neither accounts nor departments, or mean nothing but the addresses they name. */
    public static Expansion none() {
        return NONE;
    }
}
