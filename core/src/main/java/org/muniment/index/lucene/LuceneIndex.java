package org.muniment.index.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.muniment.index.DamagedIndexException;
import org.muniment.index.MailDocument;
import org.muniment.index.Marks;
import org.muniment.index.SearchIndex;
import org.muniment.index.query.Query;

/**
 * The search index embedded in the process: a Lucene index in {@code <partition>/index} for each partition.
 *
 * <p>Times count in milliseconds. {@link #refresh} does its work when somebody searches, or has just searched: while
 * nobody does, mail comes in without it. What was not committed is forgotten with {@link #close}, and fed again from
 * the committed positions. A folder that cannot be understood, because it is of another format or was never committed,
 * is treated as empty and removed when feeding begins. Feeding takes a lock on the files, searching does not, so that
 * another process may search what has been committed.
 *
 * <p>After {@link #add} or {@link #commit} has failed, the index takes nothing more, so that no position can be committed
 * behind a message that is missing; searches go on. Whoever feeds it closes it, opens it again and goes on from its
 * positions, when there is room again for instance.
 *
 * <p>Thread-safe. {@link #add} may run on several threads; {@link #close} and {@link #clear} wait for what is running.
 */
public final class LuceneIndex implements SearchIndex {
    /** Folder of a partition that holds its index. */
    static final String FOLDER = "index";

    /** Memory that is filled with new mail before it is written out, in megabytes. */
    private static final int STANDARD_MEMORY = 32;

    /** Partitions open for writing at a time: more than the months of ten years. */
    private static final int MOST_WRITERS = 128;

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_CLAUSES = 1 << 16;

    static {
        // bounded by the query language already: words and phrases of a query of limited length, in some fields
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private final Partitions partitions;
    private final Feed feed;
    private final Views views;
    private boolean closed;

    private LuceneIndex(Path folder, int megabytes, int mostWriters) throws IOException {
        partitions = new Partitions(folder, megabytes, mostWriters);
        feed = new Feed(partitions);
        views = new Views(partitions);
    }

    /** Opens the index in a folder of partitions; there need not be anything yet. */
    public static LuceneIndex open(Path folder) throws IOException {
        return open(folder, STANDARD_MEMORY);
    }

    /** Opens the index with another bound of memory for new mail, in megabytes. */
    public static LuceneIndex open(Path folder, int megabytes) throws IOException {
        return open(folder, megabytes, MOST_WRITERS);
    }

    static LuceneIndex open(Path folder, int megabytes, int mostWriters) throws IOException {
        return new LuceneIndex(folder, megabytes, mostWriters);
    }

    @Override
    public void add(String partition, MailDocument document) throws IOException {
        change(life.readLock(), () -> feed.add(partition, document));
    }

    @Override
    public void refresh() throws IOException {
        change(life.readLock(), () -> views.refresh());
    }

    @Override
    public void commit(Map<String, Long> positions) throws IOException {
        change(life.readLock(), () -> {
            feed.commit(new TreeMap<>(positions));
            views.committed();
        });
    }

    @Override
    public Map<String, Long> positions() {
        return partitions.state().positions();
    }

    @Override
    public long size() throws IOException {
        return answer(life.readLock(), () -> {
            try (View view = views.look()) {
                return view.size();
            }
        });
    }

    @Override
    public long count(Search search) throws IOException {
        return answer(life.readLock(), () -> {
            try (View view = views.enter()) {
                return new Finding(view, search, null).run();
            }
        });
    }

    @Override
    public Page find(Search search, int limit, @Nullable String cursor) throws IOException {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_ROWS + " rows, not " + limit);
        }
        DateField by = search.range().by();
        Rows rows = new Rows(by, limit, cursor == null ? null : Cursor.parse(cursor, by));
        return answer(life.readLock(), () -> {
            try (View view = views.enter()) {
                long total = new Finding(view, search, rows).run();
                Rows.Page page = rows.read();
                return new Page(page.hits(), total, page.next());
            }
        });
    }

    @Override
    public Marks marks(Query query) {
        return new Highlighter(query);
    }

    @Override
    public void addresses(String domain, Consumer<String> address) throws IOException {
        change(life.readLock(), () -> {
            try (View view = views.look()) {
                Addresses.read(view, domain, address);
            }
        });
    }

    @Override
    public void addresses(String domain, long since, Consumer<String> address) throws IOException {
        change(life.readLock(), () -> {
            try (View view = views.look()) {
                Addresses.read(view, domain, since, address);
            }
        });
    }

    @Override
    public void clear() throws IOException {
        change(life.writeLock(), () -> {
            views.close();
            feed.clear();
        });
    }

    @Override
    public void close() throws IOException {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                views.close();
                partitions.close();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    private interface Answer<T> {
        T get() throws IOException;
    }

    private void change(Lock lock, Change change) throws IOException {
        answer(lock, () -> {
            change.run();
            return this;
        });
    }

    private <T> T answer(Lock lock, Answer<T> answer) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the index is closed");
            }
            return answer.get();
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IndexNotFoundException
                | NoSuchFileException
                | EOFException e) {
            throw new DamagedIndexException(
                    "The search index in " + partitions.folder() + " is damaged; build it again from the store.", e);
        } finally {
            lock.unlock();
        }
    }
}
