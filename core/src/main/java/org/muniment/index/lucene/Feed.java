package org.muniment.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.muniment.index.MailDocument;

/**
 * Takes messages into the partitions. A message that cannot be there yet is simply added; any other replaces what is
 * there, in whichever partition that is. Thread-safe.
 */
final class Feed {
    private final Partitions partitions;
    /** Held shared while adding, alone while writers open and close and while everything is committed. */
    private final ReadWriteLock writers = new ReentrantReadWriteLock();

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<LuceneDocument> spare = new ConcurrentLinkedQueue<>();
    private boolean begun;
    private volatile @Nullable Throwable failure;

    Feed(Partitions partitions) {
        this.partitions = partitions;
    }

    void add(String name, MailDocument document) throws IOException {
        Partitions.checkName(name);
        LuceneDocument reused = spare.poll();
        LuceneDocument filled = (reused == null ? new LuceneDocument() : reused).fill(document);
        guarded(() -> {
            String closed = tryAdd(name, document, filled);
            while (closed != null) {
                open(closed);
                closed = tryAdd(name, document, filled);
            }
        });
        spare.add(filled);
    }

    /** Adds, or names a partition that has to be opened for writing before. */
    private @Nullable String tryAdd(String name, MailDocument document, LuceneDocument filled) throws IOException {
        writers.readLock().lock();
        try {
            Partition partition = partitions.writable(name);
            if (partition == null) {
                return name;
            }
            Seen numbers = seen.computeIfAbsent(document.writer(), writer -> new Seen(-1));
            if (!numbers.add(document.number())) {
                partition.add(filled);
            } else {
                String closed = replace(partition, LuceneDocument.idTerm(document.id()), filled);
                if (closed != null) {
                    return closed;
                }
            }
            partitions.added(partition);
            return null;
        } finally {
            writers.readLock().unlock();
        }
    }

    /** Replaces the document wherever it is, or names a partition that has to be opened for that. */
    private @Nullable String replace(Partition partition, Term id, LuceneDocument filled) throws IOException {
        for (Partition other : partitions.all()) {
            if (other != partition && other.mayHold(id)) {
                if (!other.isOpenForWriting()) {
                    return other.name();
                }
                other.delete(id);
            }
        }
        partition.replace(id, filled);
        return null;
    }

    void commit(Map<String, Long> positions) throws IOException {
        guarded(() -> {
            writers.writeLock().lock();
            try {
                begin();
                partitions.commit(highest(), positions);
            } finally {
                writers.writeLock().unlock();
            }
        });
    }

    void clear() throws IOException {
        writers.writeLock().lock();
        try {
            partitions.clear();
            seen.clear();
            begun = false;
            failure = null;
        } finally {
            writers.writeLock().unlock();
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    /** A writer that failed has forgotten what was not committed; a later commit must not pass over that. */
    private void guarded(Change change) throws IOException {
        if (failure != null) {
            throw new IOException("the index takes no more mail since it failed; open it again", failure);
        }
        try {
            change.run();
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void open(String name) throws IOException {
        writers.writeLock().lock();
        try {
            begin();
            if (partitions.writable(name) == null) {
                partitions.openForWriting(name, highest());
            }
        } finally {
            writers.writeLock().unlock();
        }
    }

    /** Learns what may be there already, or makes room if that cannot be known. */
    private void begin() throws IOException {
        if (begun) {
            return;
        }
        if (!partitions.state().known()) {
            partitions.clear();
        }
        Map<String, Long> highest = new HashMap<>();
        for (Partition partition : partitions.all()) {
            partition.highest().forEach((writer, number) -> highest.merge(writer, number, Math::max));
        }
        highest.forEach((writer, number) -> seen.put(writer, new Seen(number)));
        begun = true;
    }

    private Map<String, Long> highest() {
        Map<String, Long> highest = new HashMap<>();
        seen.forEach((writer, numbers) -> highest.put(writer, numbers.highest()));
        return highest;
    }
}
