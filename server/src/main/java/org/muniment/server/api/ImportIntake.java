package org.muniment.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.muniment.archive.Archive;
import org.muniment.archive.Provenance;
import org.muniment.server.database.ImportRun;
import org.muniment.server.jobs.ItemIntake;
import org.muniment.server.jobs.ItemIntake.Taken;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the items of import requests in: read one after the other, archived side by side, answered in order when all are
 * durable. Thread-safe.
 *
 * <p>Whatever ends a request early, the items that were read whole are archived or not, never half; sent again they are
 * the same sightings.
 */
final class ImportIntake {
    private final ItemIntake intake;
    private final InstantSource clock;
    private final JsonMapper json;

    ImportIntake(ItemIntake intake, InstantSource clock, JsonMapper json) {
        this.intake = intake;
        this.clock = clock;
        this.json = json;
    }

    /** Takes all items of a request. */
    List<ItemOutcome> take(Archive archive, ImportRun run, InputStream in) throws IOException {
        List<CompletableFuture<Taken>> underWay = new ArrayList<>();
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

    private void takeAll(Archive archive, ImportRun run, ItemStream items, List<CompletableFuture<Taken>> underWay)
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
        long left = intake.maxSize();
        for (int count = in.read(sink); count >= 0 && left > 0; count = in.read(sink)) {
            left -= count;
        }
    }

    private CompletableFuture<Taken> takeOne(Archive archive, ImportRun run, ItemHeader header, ItemStream items)
            throws IOException {
        if (items.left() > intake.maxSize()) {
            Taken refused = intake.tooLarge(items.left());
            items.skip();
            return CompletableFuture.completedFuture(refused);
        }
        var provenance = new Provenance("import", clock.instant(), header.item(), run.forced());
        return intake.take(archive, provenance, items::copyTo, ItemIntake.Patience.NONE);
    }

    private static void awaitAll(List<CompletableFuture<Taken>> underWay) {
        for (CompletableFuture<Taken> item : underWay) {
            item.handle((taken, _) -> taken).join();
        }
    }

    private static List<ItemOutcome> outcomes(List<CompletableFuture<Taken>> items) throws IOException {
        List<ItemOutcome> outcomes = new ArrayList<>(items.size());
        for (CompletableFuture<Taken> item : items) {
            outcomes.add(outcome(item));
        }
        return outcomes;
    }

    private static ItemOutcome outcome(CompletableFuture<Taken> item) throws IOException {
        try {
            return ItemOutcome.of(item.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }
}
