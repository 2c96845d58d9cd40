package org.muniment.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything, recomputes every digest and the tree, and compares with the checkpoints. Changes nothing, needs no
 * lock, trusts no table, and names what is wrong: volume, record, place, and what differs.
 *
 * <p>Everything is read once, in order, at the speed of decryption and SHA-256; 8 bytes of memory per record.
 */
public final class Check {
    /** After so many failures of one file, the rest of it is only counted. */
    static final int MOST_FAILURES = 1000;

    private final StoreSettings settings;
    private final byte[] storeId;
    private final Keyring keyring;
    private final Map<Path, Long> ends;
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, VolumeCheck> byWriter = new TreeMap<>();
    private long bytes;
    private long records;
    private long leaves;

    /**
     * What a check found.
     *
     * @param treeSize leaves that were recomputed, of all writers
     */
    public record Report(long records, long bytes, long treeSize, List<Failure> failures, List<String> notes) {
        public Report {
            failures = List.copyOf(failures);
            notes = List.copyOf(notes);
        }
    }

    /** One thing that differs; see {@code org.muniment.archive.Verification.Failure}. */
    public record Failure(String file, @Nullable String record, long offset, String what) {}

    /** Is told how many bytes of all were read. */
    @FunctionalInterface
    public interface Progress {
        void done(long bytes, long total);
    }

    /**
     * Prepares a check.
     *
     * @param ends per volume what was durable at some moment; volumes not named are read to their end
     */
    Check(StoreSettings settings, byte[] storeId, Keyring keyring, Map<Path, Long> ends) {
        this.settings = settings;
        this.storeId = storeId;
        this.keyring = keyring;
        this.ends = ends;
    }

    /** Checks a store that nobody has open, without changing anything. */
    public static Report ofFolder(StoreSettings settings, Progress progress) throws IOException {
        byte[] id = StoreOpening.readId(settings);
        Keyring keyring =
                Keyring.open(settings.disk(), settings.keyring(), settings.keyringCopy(), settings.masterKey(), id);
        return new Check(settings, id, keyring, Map.of()).run(progress);
    }

    Report run(Progress progress) throws IOException {
        Map<String, List<Path>> files = Volumes.files(settings.disk(), settings.volumes());
        long total = total(files);
        keyring.unreadable().forEach((copy, what) -> fail(new Failure(copy.toString(), null, -1, what)));
        for (var ofWriter : files.entrySet()) {
            checkWriter(ofWriter.getKey(), ofWriter.getValue(), count -> {
                bytes += count;
                progress.done(bytes, total);
            });
        }
        return new Report(records, bytes, leaves, failures, notes);
    }

    private long total(Map<String, List<Path>> files) throws IOException {
        long total = 0;
        for (List<Path> ofWriter : files.values()) {
            for (Path file : ofWriter) {
                try (var open = settings.disk().openForReading(file)) {
                    total += ends.getOrDefault(file, open.size());
                }
            }
        }
        return total;
    }

    private void checkWriter(String writer, List<Path> files, VolumeCheck.Meter meter) throws IOException {
        TreeCheck tree = new TreeCheck(settings, writer, StoreOpening.origin(storeId, writer), keyring, this::fail);
        VolumeCheck volumes = new VolumeCheck(settings, storeId, keyring, writer, this::payload, this::fail, meter);
        byWriter.put(writer, volumes);
        for (Path file : files) {
            boolean isLast = file.equals(files.getLast());
            String tail = volumes.check(file, ends.get(file), isLast, tree::leaf);
            if (tail != null) {
                notes.add(tail);
            }
        }
        records += volumes.records();
        leaves += tree.finish(volumes.lastNumber());
        volumes.close();
    }

    private Payload payload(RecordId id) throws IOException {
        VolumeCheck ofWriter = byWriter.get(id.writer());
        if (ofWriter == null) {
            throw new NoSuchFileException("no volume of writer " + id.writer());
        }
        return ofWriter.payload(id.number());
    }

    private void fail(Failure failure) {
        if (failures.size() < MOST_FAILURES) {
            failures.add(failure);
        } else if (failures.size() == MOST_FAILURES) {
            failures.add(new Failure(failure.file(), null, -1, "there are more failures than are listed here"));
        }
    }
}
