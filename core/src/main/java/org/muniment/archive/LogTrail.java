package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;

/**
 * The archive log, for reading: the entries as the store holds them, in the order in which they were written. Reading
 * here is not logged; whoever shows what is read to somebody writes the entry. Thread-safe, and in constant memory.
 */
public interface LogTrail {

    /**
     * A place in the log: behind everything that writers before the current one wrote, or behind a record.
     *
     * @param writer whose record it is; empty for the beginning
     * @param number of the record, which need not be one of the log; 0 for the writer's beginning
     */
    record Position(String writer, long number) {

        /** Before the first entry. */
        public static final Position BEGINNING = new Position("", 0);
    }

    /** Takes entries. */
    @FunctionalInterface
    interface Visitor {
        void entry(LogEntry entry) throws IOException;
    }

    /** Behind the newest record that is durable at this moment. */
    Position end();

    /**
     * Waits until there are records behind a position.
     *
     * @param milliseconds how long at most
     * @return whether there are
     */
    boolean awaitBeyond(Position position, long milliseconds) throws InterruptedException;

    /**
     * Reads the entries behind a position, the oldest first: those of writers from before a restore, then those of the
     * current one. The order never changes.
     *
     * @param most after so many entries it ends
     * @param upTo the last place that is looked at
     * @return the place up to which everything was read; equal to {@code upTo} at the end
     */
    Position read(Position after, Position upTo, int most, Visitor visitor) throws IOException;

    /** An entry; empty if there is none of that id. */
    Optional<LogEntry> find(String id) throws IOException;

    /**
     * The proof that an entry is in the archive; empty if there is no such entry.
     *
     * @throws org.muniment.evidence.EvidenceException if entry and evidence log contradict each other
     */
    Optional<LogEvidence> evidence(String id) throws IOException;

    /** How many entries the store counts, over all writers. */
    long size();
}
