package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.muniment.message.Envelope;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoredRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the index from the store, record by record in the order of their numbers: the store is the queue.
 *
 * <p>What {@link Ingest} has just read need not be read again: it hands its documents over, and they wait in bounded
 * memory until their turn comes; whatever is not waiting is read from the store. So the index follows whether or not
 * anybody hands anything over. One thread feeds; everything else may be called from any.
 */
final class Indexer implements AutoCloseable {
    /** How soon what was indexed can be found. */
    private static final long REFRESH_MILLIS = 500;

    /** How much may have to be indexed again after a crash. */
    private static final long COMMIT_MILLIS = 20_000;

    /** Characters of text that may wait to be indexed. */
    private static final long WAITING_CHARS = 12_000_000;

    /** From here on those who can wait do, so that what is under way still finds room. */
    private static final long CROWDED_CHARS = WAITING_CHARS / 3 * 2;

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    private final Store store;
    private final Known known;
    private final LiveIndex index;
    private final Documents documents;
    private final Map<Long, Documents.Placed> waiting = new ConcurrentHashMap<>();
    private final LocalTally tally;
    private final Map<Long, Passed> passed = new ConcurrentHashMap<>();
    private final AtomicLong waitingChars = new AtomicLong();
    /** Messages that have got sightings since the last refresh; belongs to the feeding thread. */
    private final Set<String> touched = new LinkedHashSet<>();

    private final ReentrantLock crowd = new ReentrantLock();
    private final Condition roomier = crowd.newCondition();
    private final Thread thread;
    private volatile long position;
    private volatile long visible;
    private volatile boolean rebuild;
    private volatile boolean closing;
    private volatile @Nullable String problem;
    private long lastRefresh = System.nanoTime();
    private long lastCommit = System.nanoTime();
    private long committed;
    private boolean othersFed;
    /** Whether the tally has counted all that the index held at the start. */
    private boolean tallied;

    Indexer(Store store, Known known, LiveIndex index, Documents documents, LocalTally tally) {
        this.store = store;
        this.known = known;
        this.index = index;
        this.documents = documents;
        this.tally = tally;
        startFrom(index.positions().getOrDefault(store.writer(), 0L));
        this.thread = Thread.ofPlatform().name("indexer").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Hands over the document of a record that is durable. */
    void offer(Documents.Placed document) {
        int chars = document.document().text().length();
        if (waitingChars.addAndGet(chars) > WAITING_CHARS) {
            waitingChars.addAndGet(-chars);
        } else {
            waiting.put(document.document().number(), document);
        }
    }

    /**
     * Waits until there is room for documents. Mail from files can wait: its bytes would otherwise be read, unpacked and
     * taken apart a second time. Returns at once while the index does not follow at all.
     */
    void awaitRoom() {
        if (waitingChars.get() <= CROWDED_CHARS) {
            return;
        }
        crowd.lock();
        try {
            while (waitingChars.get() > CROWDED_CHARS && problem == null && !closing) {
                roomier.awaitNanos(REFRESH_MILLIS * 1_000_000); // not for ever: closing and problems do not signal
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the store will say that it was interrupted
        } finally {
            crowd.unlock();
        }
    }

    /** Documents have left: crowded before, not any more. */
    private void leave(int chars) {
        long left = waitingChars.addAndGet(-chars);
        if (left <= CROWDED_CHARS && left + chars > CROWDED_CHARS) {
            crowd.lock();
            try {
                roomier.signalAll();
            } finally {
                crowd.unlock();
            }
        }
    }

    /** Says that a record that is durable has nothing for the index. */
    void nothingNew(Passed record) {
        if (passed.size() < 100_000) {
            passed.put(record.id().number(), record);
        }
    }

    /** The last record number that was fed. */
    long position() {
        return position;
    }

    /** The last record number that searches see. */
    long visible() {
        return visible;
    }

    /** Why the index does not follow, or {@code null} if it does. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Begins again from the first record. */
    void rebuild() {
        rebuild = true;
    }

    private void run() {
        while (!closing) {
            try {
                step();
                problem = null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (!closing) {
                    failed(e);
                }
            }
        }
    }

    private void failed(Exception e) {
        if (problem == null) {
            LOG.error("The index cannot follow at record {}; it tries again every second", position + 1, e);
        }
        problem = "record " + (position + 1) + ": " + e.getMessage();
        try {
            Thread.sleep(1_000); // pacing of attempts, nobody waits for it
            index.reopen(e);
            startFrom(index.positions().getOrDefault(store.writer(), 0L));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException again) {
            LOG.debug("The index could not be opened again yet", again);
        }
    }

    private void step() throws IOException, InterruptedException {
        if (!tallied) {
            tallied = tally.catchUp(index.positions(), () -> closing);
            return;
        }
        if (rebuild) {
            rebuild = false;
            index.clear();
            tally.beginAnew();
            startFrom(0);
        }
        if (position == 0 && !othersFed) {
            feedOthers();
            othersFed = true;
        }
        followAccounts();
        if (store.awaitBeyond(position, REFRESH_MILLIS / 2)) {
            feedTo(store.last());
        }
        refreshWhenDue();
    }

    private void followAccounts() throws IOException {
        if (tally.accounts().isBehind()) {
            refresh();
            tally.accounts().follow();
        }
    }

    private void startFrom(long number) {
        othersFed = false;
        waiting.clear();
        waitingChars.set(0);
        touched.clear();
        position = number;
        visible = number;
        committed = number;
    }

    /** Records of other writers, from before a restore: they never grow. */
    private void feedOthers() throws IOException {
        for (var other : store.positions().entrySet()) {
            for (long n = 1; !other.getKey().equals(store.writer()) && n <= other.getValue(); n++) {
                feed(new RecordId(other.getKey(), n));
            }
        }
    }

    private void feedTo(long last) throws IOException {
        while (position < last && !closing && !rebuild) {
            long number = position + 1;
            Documents.Placed ready = waiting.remove(number);
            if (ready != null) {
                leave(ready.document().text().length());
                add(ready);
                tally.count(ready.passed());
            } else {
                pass(number);
            }
            position = number;
            if (isDue(lastRefresh, REFRESH_MILLIS)) {
                refreshWhenDue();
            }
        }
    }

    private void pass(long number) throws IOException {
        Passed known = passed.remove(number);
        if (known == null) {
            feed(new RecordId(store.writer(), number));
        } else {
            tally.count(known);
        }
    }

    private void feed(RecordId id) throws IOException {
        Optional<StoredRecord> record = store.read(id);
        if (record.isEmpty()) {
            return;
        }
        switch (record.get().kind()) {
            case MESSAGE -> add(record.get());
            case SIGHTING -> touchMessageOf(record.get());
            case DISPOSITION, LOG_ENTRY, TOMBSTONE -> {
                // Nothing to find there by words.
            }
        }
        tally.count(Passed.of(record.get()));
    }

    private void touchMessageOf(StoredRecord sighting) {
        Copy copy = Copy.decode(sighting.meta());
        if (copy.message() != null && namesAnyone(copy.envelope())) {
            touched.add(copy.message());
        }
    }

    /** Whether an envelope may hold somebody by whom its message is to be found. */
    static boolean namesAnyone(Envelope envelope) {
        String reversePath = envelope.reversePath();
        return !envelope.recipients().isEmpty() || (reversePath != null && !reversePath.isEmpty());
    }

    /** Indexes each message with new sightings once, however many came: one mail to all staff has very many. */
    private void addTouched() throws IOException {
        for (String message : touched) {
            add(store.read(RecordId.parse(message)).orElseThrow());
        }
        touched.clear();
    }

    private void add(StoredRecord message) throws IOException {
        List<Envelope> later = new ArrayList<>();
        for (RecordId sighting : known.sightings(message.id())) {
            later.add(Copy.decode(store.read(sighting).orElseThrow().meta()).envelope());
        }
        add(documents.of(message, later));
    }

    private void add(Documents.Placed placed) throws IOException {
        index.add(placed.partition(), placed.document());
        tally.accounts().add(placed.document());
    }

    private void refreshWhenDue() throws IOException {
        if (visible < position && isDue(lastRefresh, REFRESH_MILLIS)) {
            refresh();
        }
        if (committed < position && isDue(lastCommit, COMMIT_MILLIS)) {
            commit();
        }
    }

    private void refresh() throws IOException {
        long upTo = position;
        addTouched();
        index.refresh();
        visible = upTo;
        lastRefresh = System.nanoTime();
    }

    private static boolean isDue(long last, long millis) {
        return System.nanoTime() - last >= millis * 1_000_000;
    }

    private void commit() throws IOException {
        long upTo = position;
        addTouched();
        if (known.wantsFlush()) {
            known.flush(upTo);
        }
        Map<String, Long> positions = store.positions();
        positions.put(store.writer(), upTo);
        index.commit(positions);
        committed = upTo;
        lastCommit = System.nanoTime();
        tally.write(); // a crash before it leaves counts that catch up
    }

    /** Ends feeding and commits what was fed. */
    @Override
    public void close() throws IOException {
        closing = true; // no interrupt: it would close the files that the index is writing
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (committed < position) {
            commit();
        }
        tally.write();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
