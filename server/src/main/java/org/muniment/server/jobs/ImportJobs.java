package org.muniment.server.jobs;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.mailbox.NamedFile;
import org.muniment.mailbox.Options;
import org.muniment.server.database.Database;
import org.muniment.server.database.ImportReport;
import org.muniment.server.database.ImportRun;
import org.muniment.server.database.ImportRun.Failure;
import org.muniment.server.database.ImportRun.Progress;
import org.muniment.server.database.ImportRun.State;
import org.muniment.server.database.ImportRuns;
import org.muniment.server.uploads.UploadIntake;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the imports whose files the server reads, a few at once, the others wait. How far each is lies in the database:
 * after a restart those that ran begin again with their files, and what they had archived is recognised. Thread-safe.
 */
public final class ImportJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int AT_ONCE = 2;
    private static final long LONGEST_STOP_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 2_000;
    private static final long PLACE_MILLIS = 200;

    private final ImportRuns runs;
    private final UploadIntake uploads;
    private final Database database;
    private final ItemIntake intake;
    private final InstantSource clock;
    private final ConcurrentMap<String, Running> running = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile Consumer<ImportReport> listener = _ -> {};
    private volatile boolean stopped;

    private record Running(ImportReport report, ImportJob job, Thread thread) {}

    public ImportJobs(
            ImportRuns runs, UploadIntake uploads, Database database, ItemIntake intake, InstantSource clock) {
        this.runs = runs;
        this.uploads = uploads;
        this.database = database;
        this.intake = intake;
        this.clock = clock;
    }

    /** Tells whoever listens how far imports are, a few times per second at most. */
    public void onProgress(Consumer<ImportReport> told) {
        listener = told;
    }

    /**
     * Goes on with what the last run of the server left.
     *
     * @param archives gives the archive of an organisation
     */
    public void resume(Function<String, Archive> archives) {
        for (ImportReport report : runs.unfinished()) {
            if (report.progress().state() == State.STOPPING) {
                finish(report, report.progress().in(State.CANCELLED));
            } else {
                runs.forgetFailures(report.run().id());
                start(
                        report.at(Progress.begin(report.progress().totalBytes()), null),
                        archives.apply(report.run().organisation()));
            }
        }
    }

    /** Begins an import that the database knows. */
    public void start(ImportReport report, Archive archive) {
        String id = report.run().id();
        var job =
                new ImportJob(report, archive, intake, clock, (progress, failures) -> keep(report, progress, failures));
        Thread thread = Thread.ofVirtual().name(id).unstarted(() -> run(report, job, archive));
        running.put(id, new Running(report, job, thread));
        thread.start();
    }

    private void run(ImportReport report, ImportJob job, Archive archive) {
        boolean placed = awaitPlace(job.wish());
        try {
            List<NamedFile> files = report.files().stream()
                    .map(file -> new NamedFile(uploads.file(file.upload()), file.name()))
                    .toList();
            Progress end = job.read(files, Options.standard().spooling(uploads.folder()));
            if (end.state().isEnd() && log(archive, report, end, job.wish())) {
                finish(report, end);
            }
        } catch (RuntimeException e) {
            if (!stopped) { // while the server ends, everything may be closed already; the next start begins again
                LOG.error(
                        "Import {} could not be brought to an end", report.run().id(), e);
            }
        } finally {
            if (placed) {
                places.release();
            }
            running.remove(report.run().id());
        }
    }

    /** Waits until it is this job's turn; not if somebody wishes its end before. */
    private boolean awaitPlace(Wish wish) {
        while (!places.tryAcquire()) {
            if (!wish.pause(PLACE_MILLIS)) {
                return false;
            }
        }
        return true;
    }

    private void keep(ImportReport report, Progress progress, List<Failure> failures) {
        String id = report.run().id();
        if (stopped) {
            return;
        }
        database.inTransaction(() -> {
            if (!progress.state().isEnd()) {
                runs.keep(id, progress);
            }
            runs.addFailures(id, failures);
        });
        if (!progress.state().isEnd()) {
            listener.accept(report.at(progress, null));
        }
    }

    /** The balance goes into the log before anybody is told of it; tells whether the import may end. */
    private static boolean log(Archive archive, ImportReport report, Progress end, Wish wish) {
        while (true) {
            try {
                archive.log(new Actor(report.who(), null), "import.finish", detail(report, end));
                return true;
            } catch (StoreFullException | StoreUnavailableException e) {
                if (!wish.pause(PAUSE_MILLIS) && !wish.isToGoOn()) {
                    LOG.warn(
                            "The end of import {} could not be logged: {}",
                            report.run().id(),
                            e.getMessage());
                    return wish.kind() == Wish.Kind.CANCEL; // that somebody cancelled it was logged
                }
            } catch (IOException e) {
                LOG.error(
                        "The end of import {} could not be logged", report.run().id(), e);
                return false;
            }
        }
    }

    /** What the archive log says of the end of an import. */
    public static Map<String, String> detail(ImportReport report, Progress end) {
        Map<String, String> detail = new LinkedHashMap<>();
        ImportRun.Balance balance = end.balance();
        detail.put("import", report.run().id());
        detail.put("state", end.state().key());
        detail.put("found", Long.toString(balance.found()));
        detail.put("archived", Long.toString(balance.archived()));
        detail.put("merged", Long.toString(balance.merged()));
        detail.put("excluded", Long.toString(balance.excluded()));
        detail.put("failed", Long.toString(balance.failed()));
        return detail;
    }

    private void finish(ImportReport report, Progress end) {
        String id = report.run().id();
        runs.finish(id, clock.instant(), end);
        try {
            database.sync();
            if (end.state() == State.FAILED) {
                uploads.giveBack(id);
            } else {
                uploads.removeOf(id);
            }
        } catch (IOException e) {
            LOG.warn("The uploads of import {} could not be removed now: {}", id, e.getMessage());
        }
        runs.find(id).ifPresent(listener);
    }

    /**
     * Has an import stop; what it archived stays.
     *
     * @return whether it ran
     */
    public boolean cancel(ImportReport report) {
        String id = report.run().id();
        if (!runs.tellToStop(id)) {
            return false;
        }
        Running known = running.get(id);
        if (known != null) {
            known.job().wish().tell(Wish.Kind.CANCEL);
            listener.accept(report.at(known.job().progress().in(State.STOPPING), null));
        } else {
            runs.find(id)
                    .filter(now -> now.ended() == null)
                    .ifPresent(now -> finish(now, now.progress().in(State.CANCELLED)));
        }
        return true;
    }

    /** How far an import is at this moment, if it runs. */
    public Optional<Progress> progress(String id) {
        return Optional.ofNullable(running.get(id)).map(known -> {
            Progress now = known.job().progress();
            boolean stopping = known.job().wish().kind() == Wish.Kind.CANCEL
                    && !now.state().isEnd();
            return stopping ? now.in(State.STOPPING) : now;
        });
    }

    /** The server ends: everything is left so that the next start goes on. Returns when no job reads any more. */
    public void stop() {
        Map<String, Running> left = new HashMap<>(running);
        left.values().forEach(known -> known.job().wish().tell(Wish.Kind.LEAVE));
        stopped = true;
        long deadline = System.currentTimeMillis() + LONGEST_STOP_MILLIS;
        for (Running known : left.values()) {
            try {
                known.thread().join(Math.max(1, deadline - System.currentTimeMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
