package org.muniment.bench;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.evidence.Disk;
import org.muniment.store.Draft;
import org.muniment.store.Kind;
import org.muniment.store.MasterKey;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoreSettings;

/**
 * Measures the store alone with the mails of a folder: appends with few and many callers, bytes, reading, checking, and
 * opening after a crash; runs in a JVM of its own.
 *
 * <p>{@code StoreWorker <mail> <folder> <seconds per measurement>}
 */
final class StoreWorker {
    private static final int READS = 5_000;
    private static final int DUE_DAY = 24_000;
    private static final byte[] META = new byte[120]; // as large as that of a delivery

    private final Path folder;
    private final MasterKey key = MasterKey.generate();
    private final List<Draft.Bytes> bodies = new ArrayList<>();
    private final Figures figures = new Figures();

    private StoreWorker(Path folder) {
        this.folder = folder;
    }

    /** Runs and writes figures. */
    public static void main(String[] arguments) throws Exception {
        StoreWorker worker = new StoreWorker(Path.of(arguments[1]));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (byte[] mail : SmtpMails.of(Path.of(arguments[0]))) {
            worker.bodies.add(new Draft.Bytes(mail, sha256.digest(mail)));
        }
        worker.measure(Double.parseDouble(arguments[2]));
        System.out.print(worker.figures.lines());
    }

    private void measure(double seconds) throws Exception {
        try (Store store = open(folder)) {
            appends(store, 50, seconds); // warms up
            for (int callers : new int[] {1, 10, 200}) {
                long bytes = store.volumeBytes();
                long before = store.last();
                figures.put("appends_per_second_" + callers + "_callers", appends(store, callers, seconds))
                        .put(
                                "bytes_per_record_" + callers + "_callers",
                                (store.volumeBytes() - bytes) / (double) (store.last() - before));
            }
            reads(store);
            check(store);
            recovery(store);
        }
    }

    private Store open(Path where) throws Exception {
        return Store.open(new StoreSettings(
                Disk.real(),
                where.resolve("store"),
                folder.resolve("keys/a.keyring"),
                folder.resolve("keys-copy/a.keyring"),
                key,
                "bench0",
                StoreSettings.STANDARD_VOLUME,
                0));
    }

    private double appends(Store store, int callers, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        AtomicLong done = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            threads.add(Thread.startVirtualThread(() -> appendUntil(store, end, done)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private void appendUntil(Store store, long end, AtomicLong done) {
        while (System.nanoTime() < end) {
            Draft.Bytes body = bodies.get((int) (done.incrementAndGet() % bodies.size()));
            try {
                store.append(new Draft(Kind.MESSAGE, System.currentTimeMillis(), DUE_DAY, META, body))
                        .get();
            } catch (Exception e) {
                throw new IllegalStateException("an append failed", e);
            }
        }
    }

    private void reads(Store store) throws Exception {
        Random random = new Random(1);
        long[] times = new long[READS];
        for (int round = 0; round < 2; round++) { // the second is warm
            for (int i = 0; i < READS; i++) {
                RecordId id = new RecordId(store.writer(), 1 + random.nextLong(store.last()));
                long start = System.nanoTime();
                try (var in = store.read(id).orElseThrow().content().open()) {
                    in.readAllBytes();
                }
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        figures.put("read_median_ms", Timings.at(times, 0.5)).put("read_p99_ms", Timings.at(times, 0.99));
    }

    private void check(Store store) throws Exception {
        long start = System.nanoTime();
        var report = store.check((done, total) -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!report.failures().isEmpty()) {
            throw new IllegalStateException(
                    "the check found " + report.failures().size() + " failures");
        }
        figures.put("check_mb_per_second", report.bytes() / 1e6 / seconds)
                .put("check_records_per_second", report.records() / seconds)
                .put("sha256_mb_per_second", sha256Speed());
    }

    /** What no check can be faster than. */
    private static double sha256Speed() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
        for (int i = 0; i < 200; i++) {
            sha256.update(bytes.rewind());
        }
        long start = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            sha256.update(bytes.rewind());
        }
        return 500 * 1.048576 / ((System.nanoTime() - start) / 1e9);
    }

    /** The files as a kill would leave them, opened elsewhere. */
    private void recovery(Store store) throws Exception {
        Path copy = folder.resolve("killed");
        Process cp = new ProcessBuilder(
                        "cp",
                        "-r",
                        folder.resolve("store").toString(),
                        Files.createDirectories(copy).resolve("store").toString())
                .start();
        cp.waitFor();
        long bytes = store.volumeBytes();
        long start = System.nanoTime();
        try (Store opened = open(copy)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            if (opened.last() != store.last()) {
                throw new IllegalStateException("recovery found " + opened.last() + " records of " + store.last());
            }
            figures.put("recovery_seconds", seconds).put("recovery_seconds_per_gib", seconds / bytes * (1L << 30));
        }
    }
}
