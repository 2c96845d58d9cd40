package org.muniment.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages. Fed from the store, disposable: whatever it holds can be rebuilt.
 *
 * <p>Adding a document that is already there replaces it. Documents become visible to searches with {@link #refresh}
 * at the latest, and survive a crash with {@link #commit}, which keeps the {@link #positions} with them, so that
 * feeding goes on behind the last commit without a gap. After adding or committing has failed, only searches go on: the
 * index is to be opened again, and fed from its positions. Thread-safe; one feeder at a time.
 */
public interface SearchIndex extends Closeable {

    /**
     * Adds a document, or replaces the one with its id. The partition is the due month of the message and decides
     * where the document lies: {@code 2031-11}.
     */
    void add(String partition, MailDocument document) throws IOException;

    /** Makes everything added visible to searches. */
    void refresh() throws IOException;

    /** Makes everything added durable, together with the positions up to which the store has been fed, by writer. */
    void commit(Map<String, Long> positions) throws IOException;

    /** The positions of the last commit: per writer the last record number that is in the index. Empty when new. */
    Map<String, Long> positions();

    /** How many messages are visible to searches. */
    long size() throws IOException;

    /** How many messages match. Exact. */
    long count(Search search) throws IOException;

    /** The matching messages in order, from behind the cursor if there is one. Totals are exact, at any depth. */
    Page find(Search search, int limit, @Nullable String cursor) throws IOException;

    /** Where texts hold what a query looks for. */
    Marks marks(org.muniment.index.query.Query query);

    /**
     * Names the addresses of a domain that take part in mail visible to searches, folded as by {@link Words#folded};
     * some perhaps more than once. Reads the list of all addresses there are.
     *
     * @param domain folded, without the {@code @}
     */
    void addresses(String domain, Consumer<String> address) throws IOException;

    /**
     * Names those of them that take part in mail which was archived since then. Reads where each stands, up to the first
     * such mail.
     *
     * @param since in milliseconds since 1970, inclusive
     */
    void addresses(String domain, long since, Consumer<String> address) throws IOException;

    /** Removes everything, so that feeding starts from the beginning. */
    void clear() throws IOException;

    /**
     * What is looked for.
     *
     * @param query parsed by {@link org.muniment.index.query.Query#parse}
     * @param range the one required condition
     * @param filter what the searching person may see at all; {@code null} only for a scope that sees everything
     * @param upTo per writer the last record number the search looks at, so that pages stay the same while mail
     *     arrives; writers not named are not looked at; empty means everything there is
     * @param expansion who is meant by the accounts and departments of query and filter
     */
    record Search(
            org.muniment.index.query.Query query,
            TimeRange range,
            org.muniment.index.query.@Nullable Query filter,
            Map<String, Long> upTo,
            Expansion expansion) {

        /** A search that means nothing but the addresses it names. */
        public Search(
                org.muniment.index.query.Query query,
                TimeRange range,
                org.muniment.index.query.@Nullable Query filter,
                Map<String, Long> upTo) {
            this(query, range, filter, upTo, Expansion.none());
        }
    }

    /**
     * A span of time, both ends inclusive; {@code null} is open.
     *
     * @param by which date counts
     */
    record TimeRange(@Nullable Instant from, @Nullable Instant to, DateField by) {}

    /** The date by which a time range selects and results are ordered, newest first. */
    enum DateField {
        SENT,
        ARCHIVED
    }

    /**
     * One page of results.
     *
     * @param total how many match in all, exact
     * @param next where the next page begins, {@code null} at the end; opaque
     */
    record Page(List<Hit> hits, long total, @Nullable String next) {}
}
