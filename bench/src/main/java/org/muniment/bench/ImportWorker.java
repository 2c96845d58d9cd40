package org.muniment.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.archive.Status;
import org.muniment.mailbox.Finding;
import org.muniment.mailbox.Item;
import org.muniment.mailbox.MailFiles;
import org.muniment.mailbox.Options;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/**
 * Imports files into an archive and ends when all of it is durable, found and closed; runs in a JVM of its own.
 *
 * <p>{@code ImportWorker <mail> <home> <how many at once>}
 */
final class ImportWorker {
    private static final int RECORDS_PER_MILLISECOND = 6; // about twice as fast as it can be

    private final Archive archive;
    private final int atOnce;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final byte[] buffer = new byte[64 << 10];
    private final LongAdder again = new LongAdder();
    private long bytes;
    private long messages;

    private ImportWorker(Archive archive, int atOnce) {
        this.archive = archive;
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /** Runs and writes figures. */
    public static void main(String[] arguments) throws Exception {
        Path mail = Path.of(arguments[0]);
        long start = System.nanoTime();
        Figures figures = new Figures();
        try (Archive archive = Home.open(Path.of(arguments[1]))) {
            figures.put("open_seconds", seconds(start));
            ImportWorker worker = new ImportWorker(archive, Integer.parseInt(arguments[2]));
            worker.importAll(mail);
            figures.put("durable_seconds", seconds(start));
            awaitIndex(archive);
            figures.put("indexed_seconds", seconds(start));
            Status status = archive.status();
            figures.put("messages", worker.messages)
                    .put("bytes", worker.bytes)
                    .put("archived", status.archived())
                    .put("merged", status.merged())
                    .put("same_item_again", worker.again.sum())
                    .put("indexed", status.indexed())
                    .putAll("", Threads.figures());
        }
        figures.put("closed_seconds", seconds(start));
        System.out.print(figures.lines());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void importAll(Path mail) throws Exception {
        try (MailFiles files = MailFiles.open(List.of(mail), Options.standard())) {
            for (Finding finding = files.next(); finding != null; finding = files.next()) {
                if (finding instanceof Item item) {
                    take(item);
                }
            }
        }
        free.acquire(atOnce);
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IOException("a mail could not be taken in", failed);
        }
    }

    private void take(Item item) throws IOException, InterruptedException {
        messages++;
        bytes += item.size();
        Provenance provenance = new Provenance(
                "import",
                Instant.now(),
                new Provenance.Item(item.containerSha256(), item.position(), item.path(), item.readSha256()),
                false);
        RawMessage raw = spool(item);
        free.acquire();
        Thread.startVirtualThread(() -> ingest(provenance, raw));
    }

    private RawMessage spool(Item item) throws IOException {
        try (Spool.Intake intake = archive.spool().begin();
                InputStream in = item.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                intake.write(buffer, 0, count);
            }
            return intake.finish();
        }
    }

    private void ingest(Provenance provenance, RawMessage raw) {
        try (raw) {
            if (isAgain(archive.ingest(provenance, Envelope.none(), raw))) {
                again.increment();
            }
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }

    private static boolean isAgain(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Archived archived -> archived.already();
            case Outcome.Merged merged -> merged.already();
            case Outcome.Excluded _ -> false;
        };
    }

    /**
     * Until every record that is durable can be found. Asking makes the index show what it has, which is work: so it is
     * asked the less often the more is missing.
     */
    static void awaitIndex(Archive archive) throws InterruptedException {
        for (long behind = behind(archive); behind > 0; behind = behind(archive)) {
            Thread.sleep(Math.clamp(behind / RECORDS_PER_MILLISECOND, 20, 2_000)); // nobody tells when it is done
        }
    }

    private static long behind(Archive archive) {
        Status status = archive.status();
        return status.lastRecord() - status.indexPosition();
    }
}
