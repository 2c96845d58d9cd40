package org.muniment.server.jobs;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.Provenance;
import org.muniment.mailbox.Finding;
import org.muniment.mailbox.Item;
import org.muniment.mailbox.MailFiles;
import org.muniment.mailbox.NamedFile;
import org.muniment.mailbox.Options;
import org.muniment.mailbox.Skipped;
import org.muniment.mailbox.Unreadable;
import org.muniment.server.database.ImportReport;
import org.muniment.server.database.ImportRun.Failure;
import org.muniment.server.database.ImportRun.Progress;
import org.muniment.server.database.ImportRun.State;
import org.muniment.server.database.ImportRun.Trouble;
import org.muniment.server.database.ImportRuns;
import org.muniment.server.jobs.ItemIntake.Taken;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files of one import from their beginning and archives what is in them. While the store takes nothing it
 * waits. One thread reads; {@link #wish} and {@link #progress} are for all.
 */
final class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final int MOST_UNDER_WAY = 32;
    private static final int LONGEST_PATH = 1_000;
    private static final int LONGEST_CURRENT = 500;
    private static final long PAUSE_MILLIS = 2_000;
    private static final long BETWEEN_REPORTS_NANOS = 1_000_000_000;

    private final ImportReport report;
    private final Archive archive;
    private final ItemIntake intake;
    private final InstantSource clock;
    private final BiConsumer<Progress, List<Failure>> reporting;

    private final Wish wish = new Wish();
    private final Counting counting = new Counting();
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private List<Failure> unreported = new ArrayList<>();
    private long failuresKept;
    private long doneBytes;
    private @Nullable String currentFile;
    private volatile @Nullable Trouble trouble;
    private long lastReport = System.nanoTime();
    private volatile Progress progress;

    private record UnderWay(String path, String position, CompletableFuture<Taken> taken) {}

    /**
     * Creates the job.
     *
     * @param reporting is given, every second or so, how far the job is and the failures since the last time
     */
    ImportJob(
            ImportReport report,
            Archive archive,
            ItemIntake intake,
            InstantSource clock,
            BiConsumer<Progress, List<Failure>> reporting) {
        this.report = report;
        this.archive = archive;
        this.intake = intake;
        this.clock = clock;
        this.reporting = reporting;
        this.progress = Progress.begin(report.progress().totalBytes());
    }

    Wish wish() {
        return wish;
    }

    Progress progress() {
        return progress;
    }

    /**
     * Reads until the end, or until somebody wishes another one.
     *
     * @return how it ended; in state running if it is to be left
     */
    Progress read(List<NamedFile> files, Options options) {
        try (MailFiles mails = MailFiles.openNamed(files, options)) {
            for (Finding next = next(mails); next != null; next = next(mails)) {
                take(next);
                doneBytes = Math.clamp(mails.bytesPassed(), doneBytes, progress.totalBytes());
                settleSome(MOST_UNDER_WAY);
                reportSometimes();
            }
            settleSome(0);
            return end(
                    switch (wish.kind()) {
                        case GO_ON -> State.DONE;
                        case CANCEL -> State.CANCELLED;
                        case LEAVE -> State.RUNNING;
                    });
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "Import {} failed because of an error of our own",
                    report.run().id(),
                    e);
            settleSome(0);
            trouble = Trouble.INTERNAL;
            return end(State.FAILED);
        }
    }

    private @Nullable Finding next(MailFiles mails) throws IOException {
        return wish.isToGoOn() ? mails.next() : null;
    }

    private Progress end(State state) {
        currentFile = null;
        if (state == State.DONE) {
            doneBytes = progress.totalBytes();
        }
        report(state);
        return progress;
    }

    private void take(Finding finding) throws IOException {
        switch (finding) {
            case Item item -> {
                currentFile = cut(item.path(), LONGEST_CURRENT);
                CompletableFuture<Taken> taken = begin(item);
                if (taken != null) {
                    underWay.add(new UnderWay(item.path(), item.position(), taken));
                }
            }
            case Unreadable no ->
                underWay.add(new UnderWay(
                        no.path(), no.position(), CompletableFuture.completedFuture(new Taken.Failed(no.reason()))));
            case Skipped _ -> {
                // It holds no mail, so it does not count.
            }
        }
    }

    /** Begins to archive an item; {@code null} if somebody wished an end before the store took it. */
    private @Nullable CompletableFuture<Taken> begin(Item item) throws IOException {
        if (item.size() > intake.maxSize()) {
            return CompletableFuture.completedFuture(intake.tooLarge(item.size()));
        }
        var which = new Provenance.Item(item.containerSha256(), item.position(), item.path(), item.readSha256());
        var provenance =
                new Provenance("import", clock.instant(), which, report.run().forced());
        while (true) {
            try {
                return intake.take(archive, provenance, new ItemBytes(item), this::waits);
            } catch (UnreadableItemException e) {
                return CompletableFuture.completedFuture(new Taken.Failed(String.valueOf(e.getMessage())));
            } catch (StoreFullException | StoreUnavailableException e) {
                if (!waits(e)) {
                    return null;
                }
            }
        }
    }

    /** The store takes nothing now: what is read stays, and is tried again until somebody wishes an end. */
    private boolean waits(IOException storeProblem) {
        trouble = storeProblem instanceof StoreFullException ? Trouble.STORAGE_FULL : Trouble.STORE_UNAVAILABLE;
        progress = new Progress(
                progress.state(),
                progress.balance(),
                progress.doneBytes(),
                progress.totalBytes(),
                progress.currentFile(),
                trouble);
        return wish.pause(PAUSE_MILLIS);
    }

    private void settleSome(int mostLeft) {
        while (!underWay.isEmpty()
                && (underWay.size() > mostLeft || underWay.element().taken().isDone())) {
            settle(underWay.remove());
            reportSometimes();
        }
    }

    private void settle(UnderWay item) {
        try {
            switch (awaited(item.taken())) {
                case Taken.Settled settled -> {
                    trouble = null;
                    counting.count(settled.outcome());
                }
                case Taken.Failed failed -> fail(item, failed.reason());
            }
        } catch (CompletionException e) {
            boolean givenUp =
                    e.getCause() instanceof StoreFullException || e.getCause() instanceof StoreUnavailableException;
            if (!givenUp) {
                LOG.error(
                        "An item of import {} could not be archived",
                        report.run().id(),
                        e);
                fail(item, "The server failed to archive it; its log says why.");
            }
        }
    }

    /** Waits for an item, and goes on reporting meanwhile. */
    private Taken awaited(CompletableFuture<Taken> taken) {
        while (!taken.isDone()) {
            reportSometimes();
            awaitAWhile(taken);
        }
        return taken.join();
    }

    private static void awaitAWhile(CompletableFuture<Taken> taken) {
        try {
            taken.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whether it is done, and how, is asked next.
        } catch (InterruptedException e) {
            taken.handle((_, _) -> "").join(); // nobody interrupts jobs; whoever did gets the thread after the item
            Thread.currentThread().interrupt();
        }
    }

    private void fail(UnderWay item, String reason) {
        counting.countFailure();
        if (failuresKept < ImportRuns.MOST_FAILURES) {
            failuresKept++;
            unreported.add(
                    new Failure(cut(item.path(), LONGEST_PATH), offset(item.position()), cut(reason, LONGEST_PATH)));
        }
    }

    /** The offset in the file of the path: behind the last at-sign in an archive, else the position itself. */
    static long offset(String position) {
        String digits = position.substring(position.lastIndexOf('@') + 1);
        boolean number =
                !digits.isEmpty() && digits.length() < 19 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(digits) : 0;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private void reportSometimes() {
        if (System.nanoTime() - lastReport > BETWEEN_REPORTS_NANOS) {
            report(wish.kind() == Wish.Kind.CANCEL ? State.STOPPING : State.RUNNING);
        }
    }

    private void report(State state) {
        lastReport = System.nanoTime();
        progress = new Progress(state, counting.balance(), doneBytes, progress.totalBytes(), currentFile, trouble);
        List<Failure> fresh = unreported;
        unreported = new ArrayList<>();
        reporting.accept(progress, fresh);
    }
}
