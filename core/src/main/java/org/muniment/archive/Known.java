package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.muniment.store.Kind;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoredRecord;

/**
 * What is known of everything in the store, for telling copies: which message a fingerprint belongs to, which record
 * keeps a copy, which sightings a message has, which messages share a Message-ID. Derived from the store, filled up when
 * it is opened. Thread-safe.
 */
final class Known {
    private static final int WRITER_SHIFT = 48;
    private static final long NUMBER_MASK = (1L << WRITER_SHIFT) - 1;

    private final Store store;
    private final NumberTable table;
    private final Key.Maker keys;
    private final List<String> writers;
    private final ReentrantLock rows = new ReentrantLock();

    private Known(Store store, NumberTable table, List<String> writers) {
        this.store = store;
        this.table = table;
        this.keys = new Key.Maker(store.tablesKey());
        this.writers = writers;
    }

    /** Opens the table and adds every record that came after it was written. */
    static Known open(Path folder, Store store) throws IOException {
        List<String> writers = List.copyOf(store.positions().keySet());
        Path list = folder.resolve("writers");
        if (!writers.equals(readWriters(list))) {
            NumberTable.clear(folder); // numbers in the table name writers by their place in this list
            Files.createDirectories(folder);
            Files.write(list, writers);
        }
        NumberTable table = NumberTable.open(folder);
        if (table.position() == 0) {
            NumberTable.clear(folder); // a first filling that did not come to its end
            Files.write(list, writers);
            table = NumberTable.open(folder);
        }
        Known known = new Known(store, table, writers);
        known.fill();
        return known;
    }

    private static List<String> readWriters(Path list) throws IOException {
        try {
            return Files.readAllLines(list);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void fill() throws IOException {
        long from = table.position();
        for (String writer : writers) {
            if (from == 0 && !isOwn(writer)) { // the others never grow
                fill(writer, 1, store.positions().getOrDefault(writer, 0L));
            }
        }
        fill(store.writer(), from + 1, store.last());
    }

    private boolean isOwn(String writer) {
        return writer.equals(store.writer());
    }

    private void fill(String writer, long from, long to) throws IOException {
        for (long number = from; number <= to; number++) {
            Optional<StoredRecord> record = store.read(new RecordId(writer, number));
            if (record.isPresent() && hasCopy(record.get().kind())) {
                add(
                        record.get().id(),
                        Copy.decode(record.get().meta()),
                        record.get().content().sha256());
            }
            if (table.wantsFlush() && isOwn(writer)) {
                flush(number);
            }
        }
    }

    private static boolean hasCopy(Kind kind) {
        return kind == Kind.MESSAGE || kind == Kind.SIGHTING;
    }

    Key copyKey(Provenance provenance, org.muniment.message.Envelope envelope, byte[] sha256) {
        String item = Key.itemOf(provenance, envelope.reversePath(), envelope.recipients());
        return keys.copy(provenance.source(), item, sha256);
    }

    Key fingerprintKey(byte[] fingerprint) {
        return keys.fingerprint(fingerprint);
    }

    /** As {@link #fingerprintKey}, of one transaction alone. */
    Key fingerprintKey(byte[] fingerprint, String transaction) {
        return keys.fingerprint(fingerprint, transaction);
    }

    /** Whether a message bears a Message-ID. */
    boolean hasMessageId(String messageId) {
        return get(keys.variant(messageId, 0)) != null;
    }

    @Nullable
    RecordId get(Key key) {
        long value = table.get(key);
        return value == 0 ? null : new RecordId(writers.get((int) (value >>> WRITER_SHIFT)), value & NUMBER_MASK);
    }

    /** Adds a record that is durable. */
    void add(RecordId id, Copy copy, byte[] sha256) {
        long value = (long) writers.indexOf(id.writer()) << WRITER_SHIFT | id.number();
        if (copy.fingerprint() != null) {
            addFingerprint(copy.fingerprint(), copy.provenance().facts().transaction(), value);
        }
        table.put(copyKey(copy.provenance(), copy.envelope(), sha256), value);
        String message = copy.message();
        String messageId = copy.messageId();
        if (message != null) {
            append(value, n -> keys.sighting(message, n));
        } else if (messageId != null) {
            append(value, n -> keys.variant(messageId, n));
        }
    }

    /** Of several messages that differ in their transaction alone, the first is the one for copies without any. */
    private void addFingerprint(byte[] fingerprint, @Nullable String transaction, long value) {
        Key key = keys.fingerprint(fingerprint);
        if (transaction == null) {
            table.put(key, value);
            return;
        }
        table.put(keys.fingerprint(fingerprint, transaction), value);
        if (table.get(key) == 0) {
            table.put(key, value);
        }
    }

    /** Makes the n-th key of a row. */
    private interface Row {
        Key key(int n);
    }

    private void append(long value, Row row) {
        rows.lock();
        try {
            table.put(row.key(length(row)), value);
        } finally {
            rows.unlock();
        }
    }

    /** How long a row is, without walking all of it: a stranger can make one very long. */
    private int length(Row row) {
        int empty = 1;
        while (table.get(row.key(empty - 1)) != 0) {
            empty *= 2;
        }
        int full = empty / 2; // at least so many are there, and fewer than empty
        while (empty - full > 1) {
            int middle = (empty + full) >>> 1;
            if (table.get(row.key(middle - 1)) != 0) {
                full = middle;
            } else {
                empty = middle;
            }
        }
        return full;
    }

    /** Further sightings of a message, in the order in which they came. */
    List<RecordId> sightings(RecordId message) {
        return row(n -> keys.sighting(message.toString(), n));
    }

    /** All messages that bear a Message-ID. */
    List<RecordId> variants(String messageId) {
        return row(n -> keys.variant(messageId, n));
    }

    private List<RecordId> row(Row row) {
        List<RecordId> ids = new ArrayList<>();
        for (RecordId id = get(row.key(0)); id != null; id = get(row.key(ids.size()))) {
            ids.add(id);
        }
        return ids;
    }

    boolean wantsFlush() {
        return table.wantsFlush();
    }

    /** Writes the table; everything up to this number must have been added. */
    void flush(long upTo) throws IOException {
        int own = writers.indexOf(store.writer());
        table.flush(upTo, value -> value >>> WRITER_SHIFT != own || (value & NUMBER_MASK) <= upTo);
    }

    /** The text under which a Message-ID is known; a hostile one may be long. */
    static @Nullable String messageId(@Nullable String id) {
        if (id == null || id.getBytes(StandardCharsets.UTF_8).length <= 1_000) {
            return id;
        }
        return id.substring(0, 300);
    }
}
