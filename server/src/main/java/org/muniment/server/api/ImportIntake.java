package org.muniment.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.muniment.archive.Archive;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.server.directory.ImportRun;
import org.muniment.server.home.Home;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the items of import requests in: read one after the other, archived side by side, answered in order when all are
 * durable. Thread-safe; all requests share one bound on what is under way.
 *
 * <p>Whatever ends a request early, the items that were read whole are archived or not, never half; sent again they are
 * the same sightings.
 */
final class ImportIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ImportIntake.class);
    private static final int MOST_UNDER_WAY = 256;

    private final long maxSize;
    private final Home home;
    private final ExecutorService workers;
    private final InstantSource clock;
    private final JsonMapper json;
    private final Semaphore slots = new Semaphore(MOST_UNDER_WAY);

    /**
     * Creates the intake.
     *
     * @param maxSize bytes of the largest item taken
     * @param workers one virtual thread per item
     */
    ImportIntake(long maxSize, Home home, ExecutorService workers, InstantSource clock, JsonMapper json) {
        this.maxSize = maxSize;
        this.home = home;
        this.workers = workers;
        this.clock = clock;
        this.json = json;
    }

    /** Takes all items of a request. */
    List<ItemOutcome> take(Archive archive, ImportRun run, InputStream in) throws IOException {
        List<CompletableFuture<ItemOutcome>> underWay = new ArrayList<>();
        try {
            takeAll(archive, run, new ItemStream(in, json), underWay);
            return outcomes(underWay);
        } catch (StoreFullException | StoreUnavailableException e) {
            discard(in); // a client that still sends would not hear the answer
            throw e;
        } finally {
            awaitAll(underWay); // also when the client is gone: nothing of this request goes on behind its back
        }
    }

    private void takeAll(
            Archive archive, ImportRun run, ItemStream items, List<CompletableFuture<ItemOutcome>> underWay)
            throws IOException {
        int settled = 0;
        for (ItemHeader header = items.next(); header != null; header = items.next()) {
            underWay.add(takeOne(archive, run, header, items));
            while (settled < underWay.size() && underWay.get(settled).isDone()) {
                outcome(underWay.get(settled)); // reading on makes no sense once the store has said that it cannot
                settled++;
            }
        }
    }

    private void discard(InputStream in) throws IOException {
        byte[] sink = new byte[64 << 10];
        long left = maxSize;
        for (int count = in.read(sink); count >= 0 && left > 0; count = in.read(sink)) {
            left -= count;
        }
    }

    private CompletableFuture<ItemOutcome> takeOne(Archive archive, ImportRun run, ItemHeader header, ItemStream items)
            throws IOException {
        if (items.left() > maxSize) {
            String detail = "The mail has " + items.left() + " bytes; the largest that is taken has " + maxSize
                    + " (MUNIMENT_IMPORT_MAX_SIZE).";
            items.skip();
            return CompletableFuture.completedFuture(ItemOutcome.failed(detail));
        }
        slots.acquireUninterruptibly();
        try {
            RawMessage message = read(archive.spool(), items);
            var provenance = new Provenance("import", clock.instant(), header.item(), run.forced());
            return CompletableFuture.supplyAsync(() -> ingest(archive, provenance, message), workers)
                    .whenComplete((_, _) -> slots.release());
        } catch (IOException | RuntimeException e) {
            slots.release();
            throw e;
        }
    }

    private RawMessage read(Spool spool, ItemStream items) throws IOException {
        try (Spool.Intake intake = spool.begin()) {
            items.copyTo(intake);
            return intake.finish();
        } catch (StoreFullException | StoreUnavailableException e) {
            throw e;
        } catch (IOException e) {
            // Whether the client or the disk failed: when the disk is full that is what the client should hear.
            if (home.freeBytes() < (1 << 20)) {
                throw new StoreFullException("There is no room left to take mail in.");
            }
            throw e;
        }
    }

    private static ItemOutcome ingest(Archive archive, Provenance provenance, RawMessage message) {
        try (message) {
            return ItemOutcome.of(archive.ingest(provenance, Envelope.none(), message));
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (RuntimeException e) {
            LOG.error("An item of an import failed because of an error of our own", e);
            return ItemOutcome.failed("The server failed to archive it; its log says why.");
        }
    }

    private static void awaitAll(List<CompletableFuture<ItemOutcome>> underWay) {
        for (CompletableFuture<ItemOutcome> item : underWay) {
            item.handle((outcome, _) -> outcome).join();
        }
    }

    private static List<ItemOutcome> outcomes(List<CompletableFuture<ItemOutcome>> items) throws IOException {
        List<ItemOutcome> outcomes = new ArrayList<>(items.size());
        for (CompletableFuture<ItemOutcome> item : items) {
            outcomes.add(outcome(item));
        }
        return outcomes;
    }

    private static ItemOutcome outcome(CompletableFuture<ItemOutcome> item) throws IOException {
        try {
            return item.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }
}
