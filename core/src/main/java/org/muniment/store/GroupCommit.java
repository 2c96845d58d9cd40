package org.muniment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets all that wait share one sync. One thread takes what is waiting, numbers it, writes it as one batch, syncs,
 * extends the tree and only then answers; while it syncs, the next batch gathers by itself.
 *
 * <p>Promises that an answered record is durable, has the number answered, and that numbers are dense. After a failed
 * write or sync everything is refused until the store is opened again; a full disk only refuses the batch. Thread-safe.
 */
final class GroupCommit implements AutoCloseable {
    private static final int MAX_RECORDS = 1024;
    private static final int MAX_BYTES = 4 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final VolumeWriter writer;
    private final Listener listener;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final LongAdder batches = new LongAdder();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_BYTES + (1 << 20));
    private volatile @Nullable StoreUnavailableException broken;
    private volatile boolean closing;
    private volatile boolean ended;

    /** Is told about every batch, on the committing thread, after it is durable and before anybody is answered. */
    interface Listener {
        void committed(List<Frame> frames) throws IOException;

        /** Everything up to this number is durable, and whoever asked to be told has been. */
        void reached(long last);

        /** The volume is full; what must be durable before there is a next one is made so now. */
        void rolling() throws IOException;

        /** A volume is complete and the next one begun. */
        void rolled(Volume complete, Volume next) throws IOException;
    }

    /** A record on its way; {@code done} gets its number. */
    private static final class Waiting {
        private final Sealed record;
        private final LongConsumer durable;
        private final CompletableFuture<Long> done = new CompletableFuture<>();

        Waiting(Sealed record, LongConsumer durable) {
            this.record = record;
            this.durable = durable;
        }
    }

    /** A record ready but for its number. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    record Sealed(Frame frame, byte[] payload) {}

    private static final Waiting END =
            new Waiting(new Sealed(new Frame(0, 0, 0, 0, 0, 0, new byte[12], new byte[32], 0), new byte[0]), n -> {});

    GroupCommit(VolumeWriter writer, Listener listener, String name) {
        this.writer = writer;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("commit-" + name).daemon(true).start(this::run);
    }

    /**
     * Appends; the future completes with the number once the record is durable, or with why it is not.
     *
     * @param durable is told the number on the committing thread, before anybody else learns it; must be quick
     */
    CompletableFuture<Long> append(Sealed record, LongConsumer durable) {
        Waiting waiting = new Waiting(record, durable);
        StoreUnavailableException refusal = refusal();
        if (refusal != null) {
            waiting.done.completeExceptionally(refusal);
            return waiting.done;
        }
        queue.add(waiting);
        if (closing) {
            refuseWaiting(); // the thread may have gone between the question and the add
        }
        return waiting.done;
    }

    private @Nullable StoreUnavailableException refusal() {
        return closing ? new StoreUnavailableException("the store is closing") : broken;
    }

    /** Why nothing can be written, or {@code null} if all is well. */
    @Nullable
    String problem() {
        StoreUnavailableException refusal = refusal();
        return refusal == null ? null : refusal.getMessage();
    }

    /** How many batches were committed. */
    long batches() {
        return batches.sum();
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (gather(batch)) {
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            refuseWaiting();
        }
    }

    /** Waits for the first record and takes what came meanwhile; false at the end. */
    private boolean gather(List<Waiting> batch) throws InterruptedException {
        Waiting next = queue.take();
        long bytes = 0;
        while (next != null && next != END) {
            batch.add(next);
            bytes += next.record.frame().recordLength();
            Waiting ahead = queue.peek();
            boolean fits = ahead != null
                    && batch.size() < MAX_RECORDS
                    && bytes + ahead.record.frame().recordLength() <= MAX_BYTES;
            next = fits ? queue.poll() : null;
        }
        if (next == END && !batch.isEmpty()) {
            queue.add(END); // first what came before the end
        }
        return !batch.isEmpty();
    }

    private void commit(List<Waiting> batch) {
        try {
            if (broken != null) {
                throw broken;
            }
            List<Frame> frames = write(batch);
            listener.committed(frames);
            tell(batch, frames);
            listener.reached(frames.getLast().number());
            answer(batch, frames);
            if (writer.isFull()) {
                roll();
            }
        } catch (StoreFullException e) {
            refuse(batch, e);
        } catch (IOException | RuntimeException e) {
            refuse(batch, breakDown(e));
        }
    }

    private List<Frame> write(List<Waiting> batch) throws IOException {
        long number = writer.nextNumber();
        List<Frame> frames = new ArrayList<>(batch.size());
        reset(batch);
        for (Waiting waiting : batch) {
            Frame frame = waiting.record.frame().withNumber(number + frames.size());
            frame.write(buffer, waiting.record.payload());
            frames.add(frame);
        }
        long time = System.currentTimeMillis();
        Batch.complete(buffer, frames.size(), number, time);
        writer.append(buffer, new Batch(buffer.limit(), frames.size(), number, time));
        batches.increment();
        return frames;
    }

    private void reset(List<Waiting> batch) {
        int needed = Batch.HEADER;
        for (Waiting waiting : batch) {
            needed += waiting.record.frame().recordLength();
        }
        if (needed > buffer.capacity()) {
            buffer = ByteBuffer.allocateDirect(needed);
        }
        buffer.clear().position(Batch.HEADER);
    }

    private void roll() throws IOException {
        Volume complete = writer.volume();
        listener.rolling();
        writer.roll();
        listener.rolled(complete, writer.volume());
    }

    /** The batch may or may not be on the disk: nobody was answered, and nothing more is written by this writer. */
    private StoreUnavailableException breakDown(Exception cause) {
        StoreUnavailableException failure = broken;
        if (failure == null) {
            LOG.error("A write to the store failed; it takes nothing more until it is opened again", cause);
            failure = new StoreUnavailableException(
                    "A write to the store failed (" + cause.getMessage() + "); restart Muniment once the disk is well.",
                    cause);
            broken = failure;
        }
        return failure;
    }

    private static void tell(List<Waiting> batch, List<Frame> frames) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).durable.accept(frames.get(i).number());
        }
    }

    private static void answer(List<Waiting> batch, List<Frame> frames) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).done.complete(frames.get(i).number());
        }
    }

    private static void refuse(List<Waiting> batch, IOException why) {
        batch.forEach(waiting -> waiting.done.completeExceptionally(why));
    }

    private void refuseWaiting() {
        List<Waiting> rest = new ArrayList<>();
        if (ended) {
            queue.drainTo(rest);
        }
        rest.remove(END);
        refuse(rest, new StoreUnavailableException("the store is closing"));
    }

    /** Commits what is waiting and ends. */
    @Override
    public void close() throws IOException {
        closing = true;
        queue.add(END);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the disk must not be left in the middle of a batch
            }
        }
        refuseWaiting();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
