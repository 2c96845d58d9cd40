package org.muniment.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Disk;
import org.muniment.store.KeyringFile.Entry;
import org.muniment.store.KeyringFile.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one store, in two copies on different paths.
 *
 * <p>Spare keys always lie ready and durable, so that taking one for a new due day needs no sync, and a copy of the
 * keyring that is weeks old still opens today's mail. Which day took which spare stands in the frames; the file
 * follows when it is written next. Thread-safe.
 */
final class Keyring {
    static final int SPARES = 400;
    private static final int FEW = SPARES / 2;
    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

    private final Disk disk;
    private final Path first;
    private final Path second;
    private final MasterKey master;
    private final byte[] storeId;
    private final Map<Long, Entry> byId = new HashMap<>();
    private final Map<Integer, Key> byDay = new HashMap<>();
    private final Map<Path, String> unreadable = new TreeMap<>();
    private long generation;
    private boolean changed;

    /** A key with the id that frames name. */
    record Key(long id, SecretKey secret) {}

    private Keyring(Disk disk, Path first, Path second, MasterKey master, byte[] storeId) {
        this.disk = disk;
        this.first = first;
        this.second = second;
        this.master = master;
        this.storeId = storeId;
    }

    /** Makes the keyring of a new store, durable at return. */
    static Keyring create(Disk disk, Path first, Path second, MasterKey master, byte[] storeId) throws IOException {
        if (disk.exists(first) || disk.exists(second)) {
            throw new IOException("There is a keyring at " + (disk.exists(first) ? first : second)
                    + " already; it is not overwritten, because it may be the only key to archived mail.");
        }
        Keyring keyring = new Keyring(disk, first, second, master, storeId);
        for (Purpose purpose : List.of(Purpose.LOG, Purpose.TABLES, Purpose.SIGNING)) {
            keyring.put(Entry.fresh(purpose));
        }
        keyring.addSpares();
        keyring.save();
        return keyring;
    }

    /**
     * Opens the newer of both copies, and makes good the other if it is missing, damaged or older.
     *
     * @throws IOException if neither can be read
     */
    static Keyring open(Disk disk, Path first, Path second, MasterKey master, byte[] storeId) throws IOException {
        Keyring keyring = new Keyring(disk, first, second, master, storeId);
        List<IOException> problems = new ArrayList<>();
        Optional<KeyringFile> one = keyring.read(first, problems);
        Optional<KeyringFile> two = keyring.read(second, problems);
        KeyringFile newest = one.isPresent()
                        && (two.isEmpty() || one.get().generation() >= two.get().generation())
                ? one.get()
                : two.orElseThrow(() -> unreadable(first, second, problems));
        newest.entries().forEach(keyring::put);
        keyring.generation = newest.generation();
        boolean differ = one.isEmpty()
                || two.isEmpty()
                || one.get().generation() != two.get().generation();
        if (differ) {
            LOG.warn("The two copies of the keyring differ; the newer one is copied over the other. {}", problems);
            keyring.changed = true;
        }
        return keyring;
    }

    private static IOException unreadable(Path first, Path second, List<IOException> problems) {
        IOException e = new IOException("The keyring can be read neither from " + first + " nor from " + second
                + ". Put back a copy of it, and the master key it was made with: " + problems);
        problems.forEach(e::addSuppressed);
        return e;
    }

    private Optional<KeyringFile> read(Path path, List<IOException> problems) {
        try {
            return Optional.of(KeyringFile.decode(disk.read(path), master, storeId, path));
        } catch (NoSuchFileException e) {
            problems.add(new NoSuchFileException(path + " is missing"));
            unreadable.put(path, "this copy of the keyring is missing");
        } catch (IOException e) {
            problems.add(e);
            unreadable.put(path, "this copy of the keyring cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The copies that could not be read, with the reason, until both are written again. */
    synchronized Map<Path, String> unreadable() {
        return Map.copyOf(unreadable);
    }

    private void put(Entry entry) {
        byId.put(entry.id(), entry);
        if (entry.purpose() == Purpose.MAIL) {
            byDay.put(entry.dueDay(), key(entry));
        }
    }

    private static Key key(Entry entry) {
        return new Key(entry.id(), new SecretKeySpec(entry.key(), "AES"));
    }

    private void addSpares() {
        for (long have = spares(); have < SPARES; have++) {
            put(Entry.fresh(Purpose.SPARE));
        }
        changed = true;
    }

    private long spares() {
        return byId.values().stream().filter(e -> e.purpose() == Purpose.SPARE).count();
    }

    /** The key for what is kept until a day; takes a spare one for a day that has none yet. */
    synchronized Key mailKey(int dueDay) throws StoreUnavailableException {
        Key known = byDay.get(dueDay);
        if (known != null) {
            return known;
        }
        Entry spare = byId.values().stream()
                .filter(e -> e.purpose() == Purpose.SPARE)
                .findFirst()
                .orElseThrow(
                        () -> new StoreUnavailableException("no spare key is left; the keyring cannot be written"));
        put(spare.forDay(dueDay));
        changed = true;
        return key(spare);
    }

    /** Learns from a frame which day a spare key was taken for, when the file had no time to. */
    synchronized void seen(long keyId, int dueDay) {
        Entry entry = byId.get(keyId);
        if (entry != null && entry.purpose() == Purpose.SPARE) {
            put(entry.forDay(dueDay));
            changed = true;
        }
    }

    synchronized Key logKey() {
        return key(only(Purpose.LOG));
    }

    synchronized byte[] tablesKey() {
        return only(Purpose.TABLES).key();
    }

    synchronized byte[] signingSeed() {
        return only(Purpose.SIGNING).key();
    }

    private Entry only(Purpose purpose) {
        return byId.values().stream()
                .filter(e -> e.purpose() == purpose)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the keyring has no key for " + purpose));
    }

    /** The key of this id, or {@code null} if it was destroyed or never was. */
    synchronized @Nullable SecretKey find(long keyId) {
        Entry entry = byId.get(keyId);
        return entry == null ? null : new SecretKeySpec(entry.key(), "AES");
    }

    /** Counts the times it was written. */
    synchronized long generation() {
        return generation;
    }

    /** Takes note that a later generation than this was written once: the next one has to be later still. */
    synchronized void follow(long written) {
        generation = Math.max(generation, written);
        changed = true;
    }

    /** Writes what has changed to both copies; durable at return. False if nothing has. */
    synchronized boolean save() throws IOException {
        if (spares() < FEW) {
            addSpares();
        }
        if (!changed) {
            return false;
        }
        byte[] file = new KeyringFile(generation + 1, List.copyOf(byId.values())).encode(master, storeId);
        for (Path path : List.of(first, second)) {
            disk.createDirectories(path.resolveSibling("").toAbsolutePath());
            disk.writeAtomically(path, file);
        }
        generation++;
        changed = false;
        unreadable.clear();
        return true;
    }
}
