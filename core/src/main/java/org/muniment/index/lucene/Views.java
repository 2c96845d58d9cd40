package org.muniment.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the view that searches run on. Bringing it up to date costs a small segment each time, which later has to be
 * merged; so it is done on request only while somebody searches, and else put off until the next search. Thread-safe.
 */
final class Views implements Closeable {
    private static final long ATTENTION = TimeUnit.SECONDS.toNanos(10);

    private final Partitions partitions;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable View view;
    private volatile boolean stale;
    private volatile long lastSearch = System.nanoTime() - ATTENTION;

    Views(Partitions partitions) {
        this.partitions = partitions;
    }

    /** From the next search on, everything added so far is seen. */
    void refresh() throws IOException {
        stale = true;
        if (System.nanoTime() - lastSearch < ATTENTION) {
            current();
        }
    }

    /** Shows what was just committed, which costs no further segment, and lets go of files that were merged away. */
    void committed() throws IOException {
        if (view != null) {
            stale = true;
            current();
        }
    }

    /** The view to search, with a reference that the caller gives back by closing it. */
    View enter() throws IOException {
        lastSearch = System.nanoTime();
        return look();
    }

    /** As {@link #enter}, for who asks and is no search: later refreshes are not done on its account. */
    View look() throws IOException {
        View entered = current();
        while (!entered.enter()) {
            entered = current();
        }
        return entered;
    }

    private View current() throws IOException {
        View known = view;
        if (known != null && !stale) {
            return known;
        }
        renewing.lock();
        try {
            known = view;
            return known != null && !stale ? known : renew(known);
        } finally {
            renewing.unlock();
        }
    }

    private View renew(@Nullable View old) throws IOException {
        stale = false;
        try {
            List<DirectoryReader> readers = new ArrayList<>();
            for (Partition partition : partitions.all()) {
                DirectoryReader reader = partition.freshReader();
                if (reader != null) {
                    readers.add(reader);
                }
            }
            return old != null && old.isOf(readers) ? old : replace(old, new View(readers));
        } catch (IOException | RuntimeException e) {
            stale = true;
            throw e;
        }
    }

    private View replace(@Nullable View old, View fresh) throws IOException {
        view = fresh;
        if (old != null) {
            old.close();
        }
        return fresh;
    }

    @Override
    public void close() throws IOException {
        View last = view;
        view = null;
        if (last != null) {
            last.close();
        }
    }
}
