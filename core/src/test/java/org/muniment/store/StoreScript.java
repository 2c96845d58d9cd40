package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;

/**
 * Does to a store whatever is done to one, and remembers what was acknowledged. Ends where the disk ends it; then
 * {@link #everythingIsThere} says whether the promises were kept.
 */
final class StoreScript {
    private static final Path FOLDER = Path.of("/archive");
    private static final long SMALL_VOLUME = 6_000;

    private final StoreSettings settings;
    private final Map<RecordId, byte[]> acknowledged = new LinkedHashMap<>();
    private @Nullable IOException refused;

    StoreScript(Disk disk) {
        this.settings = settings(disk);
    }

    static StoreSettings settings(Disk disk) {
        return StoreFixture.settings(disk, FOLDER, SMALL_VOLUME);
    }

    /** Makes a store, fills several volumes, closes it, opens it again and goes on. */
    void run() throws IOException {
        try (Store store = Store.open(settings)) {
            fill(store, 1);
        }
        try (Store store = Store.open(settings)) {
            fill(store, 2);
        }
    }

    /**
     * As {@link #run}; when an append fails, everything else that is promised then is tried before the store is closed:
     * a writer that broke stays broken, and reading goes on.
     */
    void runUntilRefused() {
        try {
            try (Store store = Store.open(settings)) {
                fillUntilRefused(store, 1);
            }
            try (Store store = Store.open(settings)) {
                fillUntilRefused(store, 2);
            }
        } catch (IOException e) {
            // It could not even be opened: nothing was acknowledged since.
        }
    }

    private void fillUntilRefused(Store store, int part) throws IOException {
        try {
            fill(store, part);
        } catch (IOException e) {
            acknowledgedIsThere(store);
            if (refused instanceof StoreUnavailableException) {
                assertThat(store.problem()).isNotNull();
                assertThatThrownBy(() -> log(store)).isInstanceOf(StoreUnavailableException.class);
            } else {
                assertThat(store.problem()).isNull();
                log(store);
            }
        }
    }

    private void fill(Store store, int part) throws IOException {
        byte[] first = bytes(part, 2_500);
        RecordId base = append(store, StoreFixture.message(first), first);
        large(store, part);
        copies(store, base, first);
        store.checkpoint();
        log(store);
        for (int i = 0; i < 4; i++) {
            byte[] text = bytes(10 * part + i, 1_500);
            append(store, StoreFixture.message(text, StoreFixture.DUE + i), text);
        }
        large(store, part + 2);
        byte[] last = bytes(part + 5, 7_000); // fills a volume by itself
        append(store, StoreFixture.message(last), last);
    }

    private void copies(Store store, RecordId base, byte[] original) throws IOException {
        byte[] copy = original.clone();
        copy[17]++;
        append(store, copy(base, original), original);
        append(store, copy(base, copy), copy);
    }

    private static Draft copy(RecordId base, byte[] copy) throws IOException {
        return new Draft(
                Kind.SIGHTING, 5, StoreFixture.DUE, new byte[3], new Draft.CopyOf(base, copy, Digests.sha256(copy)));
    }

    private void log(Store store) throws IOException {
        append(store, new Draft(Kind.LOG_ENTRY, 7, 0, new byte[] {30, 0, 0, 0, 0}, new Draft.None()), new byte[0]);
    }

    /** As the archive does it: written ahead, and discarded at the end unless a record has taken it over. */
    private void large(Store store, int seed) throws IOException {
        byte[] bytes = bytes(seed, 5_000);
        try (ContentWriter writer = store.newContent()) {
            writer.write(bytes);
            LargeContent content = writer.finish();
            try {
                append(
                        store,
                        new Draft(Kind.MESSAGE, 3, StoreFixture.DUE, new byte[2], new Draft.Written(content)),
                        bytes);
            } finally {
                content.discard();
            }
        }
    }

    private RecordId append(Store store, Draft draft, byte[] bytes) throws IOException {
        try {
            RecordId id = store.appendAndWait(draft);
            acknowledged.put(id, bytes);
            return id;
        } catch (IOException e) {
            refused = e;
            throw e;
        }
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Opens what is on a disk now, compares, checks, and goes on appending. */
    void everythingIsThere(Disk disk) throws IOException {
        StoreSettings now = settings(disk);
        try (Store store = Store.open(now)) {
            assertThat(store.problem()).isNull();
            acknowledgedIsThere(store);
            for (long number = 1; number <= store.last(); number++) {
                StoreFixture.bytes(store, new RecordId(store.writer(), number)); // dense, and none is torn
            }
            assertThat(store.check((done, total) -> {}).failures()).isEmpty();
            fill(store, 3);
        }
        try (Store store = Store.open(now)) {
            acknowledgedIsThere(store);
        }
        noKeyServesTwoDays(now);
        Check.Report report = Check.ofFolder(now, (done, total) -> {});
        assertThat(report.failures()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    /** Destroying the key of one day must not end the mail of another. */
    static void noKeyServesTwoDays(StoreSettings settings) throws IOException {
        Map<Long, Integer> days = new HashMap<>();
        for (List<Path> volumes :
                Volumes.files(settings.disk(), settings.volumes()).values()) {
            for (Path volume : volumes) {
                try (DiskFile file = settings.disk().openForReading(volume)) {
                    VolumeScan scan = new VolumeScan(file, volume, file.size());
                    while (scan.next((frame, record, offset) -> noOtherDay(days, frame)) != null) {
                        assertThat(scan.position()).isPositive();
                    }
                }
            }
        }
    }

    private static void noOtherDay(Map<Long, Integer> days, Frame frame) {
        Integer other = days.put(frame.keyId(), frame.dueDay());
        assertThat(other == null || other == frame.dueDay())
                .as("the key of record %d serves the days %s and %s", frame.number(), other, frame.dueDay())
                .isTrue();
    }

    /** Every acknowledged record is there, byte for byte. */
    void acknowledgedIsThere(Store store) throws IOException {
        for (var record : acknowledged.entrySet()) {
            assertThat(StoreFixture.bytes(store, record.getKey()))
                    .as("acknowledged record %s", record.getKey())
                    .isEqualTo(record.getValue());
        }
    }
}
