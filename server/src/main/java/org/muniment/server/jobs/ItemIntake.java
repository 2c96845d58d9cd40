package org.muniment.server.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.muniment.archive.Archive;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.server.home.Home;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way by which mail out of files gets into the archive: read whole, then archived side by side with others.
 * Thread-safe; all imports share one bound on what is under way.
 *
 * <p>An item is archived or not, never half; taken again it is the same sighting.
 */
public final class ItemIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ItemIntake.class);
    private static final int MOST_UNDER_WAY = 256;
    private static final long NO_ROOM = 1 << 20;

    private final long maxSize;
    private final Home home;
    private final ExecutorService workers;
    private final Semaphore slots = new Semaphore(MOST_UNDER_WAY);

    /**
     * Creates the intake.
     *
     * @param maxSize bytes of the largest item taken
     * @param workers one virtual thread per item
     */
    public ItemIntake(long maxSize, Home home, ExecutorService workers) {
        this.maxSize = maxSize;
        this.home = home;
        this.workers = workers;
    }

    /** What became of an item. */
    public sealed interface Taken {
        /** The archive has decided. */
        record Settled(Outcome outcome) implements Taken {}

        /**
         * It could not be archived.
         *
         * @param reason a sentence for the person who imports
         */
        record Failed(String reason) implements Taken {}
    }

    /** Gives the bytes of an item. */
    @FunctionalInterface
    public interface Source {
        void copyTo(OutputStream out) throws IOException;
    }

    /** Decides whether an item that the store could not take is tried again; may wait before it answers. */
    @FunctionalInterface
    public interface Patience {
        /** For a client that waits for the answer and tries again itself. */
        Patience NONE = _ -> false;

        boolean triesAgainAfter(IOException storeProblem);
    }

    /** Bytes of the largest item taken. */
    public long maxSize() {
        return maxSize;
    }

    /** What becomes of an item of that size without being read, if it is too large. */
    public Taken tooLarge(long size) {
        return new Taken.Failed("The mail has " + size + " bytes; the largest that is taken has " + maxSize
                + " (MUNIMENT_IMPORT_MAX_SIZE).");
    }

    /**
     * Reads an item and archives it in the background.
     *
     * @return completes exceptionally with the store's exception if it cannot take it and patience has ended
     * @throws IOException of the source, or the store's if it cannot take the bytes now
     */
    public CompletableFuture<Taken> take(Archive archive, Provenance provenance, Source source, Patience patience)
            throws IOException {
        slots.acquireUninterruptibly();
        try {
            RawMessage message = read(archive.spool(), source);
            return CompletableFuture.supplyAsync(() -> ingest(archive, provenance, message, patience), workers)
                    .whenComplete((_, _) -> slots.release());
        } catch (IOException | RuntimeException e) {
            slots.release();
            throw e;
        }
    }

    private RawMessage read(Spool spool, Source source) throws IOException {
        try (Spool.Intake intake = spool.begin()) {
            source.copyTo(intake);
            return intake.finish();
        } catch (StoreFullException | StoreUnavailableException | UnreadableItemException e) {
            throw e;
        } catch (IOException e) {
            // Whether the source or the disk failed: when the disk is full that is what the client should hear.
            if (home.freeBytes() < NO_ROOM) {
                throw new StoreFullException("There is no room left to take mail in.");
            }
            throw e;
        }
    }

    private static Taken ingest(Archive archive, Provenance provenance, RawMessage message, Patience patience) {
        try (message) {
            while (true) {
                try {
                    return new Taken.Settled(archive.ingest(provenance, Envelope.none(), message));
                } catch (StoreFullException | StoreUnavailableException e) {
                    if (!patience.triesAgainAfter(e)) {
                        throw new CompletionException(e);
                    }
                }
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (CompletionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("An item of an import failed because of an error of our own", e);
            return new Taken.Failed("The server failed to archive it; its log says why.");
        }
    }
}
