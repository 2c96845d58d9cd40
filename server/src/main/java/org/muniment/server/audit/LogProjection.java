package org.muniment.server.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.muniment.archive.LogEntry;
import org.muniment.archive.LogTrail;
import org.muniment.archive.LogTrail.Position;
import org.muniment.server.database.LogRow;
import org.muniment.server.database.LogRows;
import org.muniment.server.database.LogRows.Reached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Follows the log of one organisation into the database: from where it was, entry by entry, each once. Whoever is about to
 * read calls {@link #catchUp} and then sees everything that was durable when he asked. Thread-safe.
 */
final class LogProjection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogProjection.class);

    /** Entries per transaction. */
    private static final int BATCH = 500;

    /** Records that are looked at before the place is noted. */
    private static final long STRETCH = 100_000;

    private static final long PATIENCE_MILLIS = 1_000;

    /** Entries of one moment go into the database together. */
    private static final long GATHERING_MILLIS = 200;

    private final String organisation;
    private final LogTrail trail;
    private final LogRows rows;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Map<String, Long> types = new TreeMap<>();
    private final Map<String, Long> actors = new TreeMap<>();
    private final Thread thread;
    private Reached reached = Reached.NOTHING;
    private long noted;
    private String notedWriter = "";
    private boolean begun;
    private volatile boolean closing;
    private volatile boolean readersGo;

    LogProjection(String organisation, LogTrail trail, LogRows rows) {
        this.organisation = organisation;
        this.trail = trail;
        this.rows = rows;
        this.thread =
                Thread.ofPlatform().name("log-" + organisation).daemon(true).unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    LogTrail trail() {
        return trail;
    }

    private void follow() {
        boolean told = false;
        while (!closing) {
            try {
                if (trail.awaitBeyond(position(), PATIENCE_MILLIS)) {
                    catchUp(Duration.ofDays(1));
                }
                told = false;
                Thread.sleep(GATHERING_MILLIS); // pacing; whoever reads does not wait for it
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (!told && !closing) {
                    LOG.error("The archive log of {} cannot be projected; it is tried again", organisation, e);
                }
                told = true;
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(PATIENCE_MILLIS); // pacing of attempts, nobody waits for it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Position position() {
        lock.lock();
        try {
            begin();
            return new Position(reached.writer(), reached.number());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Projects everything that is durable at this moment.
     *
     * @return the place of the newest entry
     * @throws LogBehindException if that takes longer than the patience
     */
    long catchUp(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        Position end = trail.end();
        try {
            if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LogBehindException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogBehindException();
        }
        try {
            begin();
            while (!isAt(end)) {
                if (closing || System.nanoTime() > deadline) {
                    throw new LogBehindException();
                }
                step(end);
            }
            return reached.place();
        } finally {
            lock.unlock();
        }
    }

    private boolean isAt(Position end) {
        return reached.writer().equals(end.writer()) && reached.number() >= end.number();
    }

    /** Takes up the work where it was; begins again where that makes no sense. */
    private void begin() {
        if (begun) {
            return;
        }
        Reached known = rows.reached(organisation);
        Position end = trail.end();
        boolean beyond = known.writer().equals(end.writer()) && known.number() > end.number();
        if (beyond || !rows.isWhole(organisation, known.place())) {
            LOG.warn("The projection of the archive log of {} does not fit the store; it is made again", organisation);
            rows.clear(organisation);
            known = Reached.NOTHING;
        }
        reached = known;
        types.clear();
        types.putAll(rows.types(organisation));
        actors.clear();
        actors.putAll(rows.actors(organisation));
        begun = true;
    }

    private void step(Position end) throws IOException {
        Position after = new Position(reached.writer(), reached.number());
        Position upTo = after.writer().equals(end.writer()) && end.number() - after.number() > STRETCH
                ? new Position(end.writer(), after.number() + STRETCH)
                : end;
        List<LogEntry> entries = new ArrayList<>();
        Position at = trail.read(after, upTo, BATCH, entries::add);
        List<LogRow> fresh = new ArrayList<>();
        for (LogEntry entry : entries) {
            fresh.add(Projecting.row(entry, reached.place() + fresh.size() + 1));
        }
        var now = new Reached(at.writer(), at.number(), reached.place() + fresh.size());
        if (!fresh.isEmpty() || now.number() - noted >= STRETCH || !now.writer().equals(notedWriter)) {
            write(fresh, now);
        }
        reached = now;
        if (!fresh.isEmpty()) {
            grown.signalAll();
        }
    }

    private void write(List<LogRow> fresh, Reached now) throws IOException {
        try {
            rows.add(organisation, fresh, now);
        } catch (DataAccessException e) {
            throw new IOException("The database does not take the archive log: " + e.getMessage(), e);
        }
        noted = now.number();
        notedWriter = now.writer();
        for (LogRow row : fresh) {
            types.merge(row.type(), 1L, Long::sum);
            actors.merge(row.actor(), 1L, Long::sum);
        }
    }

    /** Makes all of it again. */
    void rebuild() {
        lock.lock();
        try {
            rows.clear(organisation);
            begun = false;
        } finally {
            lock.unlock();
        }
    }

    /** How many entries of each type there are. */
    Map<String, Long> types() {
        lock.lock();
        try {
            return new TreeMap<>(types);
        } finally {
            lock.unlock();
        }
    }

    /** How many entries each administrator has. */
    Map<String, Long> actors() {
        lock.lock();
        try {
            return new TreeMap<>(actors);
        } finally {
            lock.unlock();
        }
    }

    /** The place of the newest entry that is projected. */
    long newest() {
        lock.lock();
        try {
            return reached.place();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are entries behind a place, at most so long; true if there are. */
    boolean awaitBeyond(long place, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (reached.place() <= place && left > 0 && !isClosing()) {
                left = grown.awaitNanos(left);
            }
            return reached.place() > place;
        } finally {
            lock.unlock();
        }
    }

    /** Those who follow the log are to end; entries are projected on. */
    void sendReadersAway() {
        readersGo = true;
        wake();
    }

    private void wake() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosing() {
        return closing || readersGo;
    }

    /** Ends; what is projected stays. */
    @Override
    public void close() {
        closing = true;
        wake();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(); // it looks up at least every second
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
