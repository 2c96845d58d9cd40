package org.muniment.server.database;

import java.time.Instant;

/** Some entries of the log that follow each other, and what may be in them. Not thread-safe. */
final class LogBlock {
    private static final int MOST = 256;

    private final long first;
    private long last;
    private Instant oldest;
    private Instant newest;
    private final LogSigns signs;

    LogBlock(long first, long last, Instant oldest, Instant newest, LogSigns signs) {
        this.first = first;
        this.last = last;
        this.oldest = oldest;
        this.newest = newest;
        this.signs = signs;
    }

    /** A block that begins with an entry. */
    static LogBlock beginning(LogRow row) {
        var block = new LogBlock(row.place(), row.place(), row.at(), row.at(), LogSigns.none());
        block.signs.add(row);
        return block;
    }

    /** Takes the entry that follows. */
    void add(LogRow row) {
        last = row.place();
        oldest = row.at().isBefore(oldest) ? row.at() : oldest;
        newest = row.at().isAfter(newest) ? row.at() : newest;
        signs.add(row);
    }

    /** Lets go of the entries from a place on; what was in them may seem to be here still. */
    void cut(long place) {
        last = Math.min(last, place - 1);
    }

    boolean isFull() {
        return last - first + 1 >= MOST || signs.isFull();
    }

    /** Whether the entry is here, and everything of it noted. */
    boolean holds(LogRow row) {
        return row.place() >= first
                && row.place() <= last
                && !row.at().isBefore(oldest)
                && !row.at().isAfter(newest)
                && signs.hold(row);
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Instant oldest() {
        return oldest;
    }

    Instant newest() {
        return newest;
    }

    LogSigns signs() {
        return signs;
    }
}
