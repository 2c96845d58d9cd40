package org.muniment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;
import org.muniment.evidence.EvidenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that open a store, in their order, and what they give.
 *
 * @param readOnly why nothing may be written, or {@code null}
 * @param openVolume the volume that is appended to
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once
record StoreOpening(
        byte[] id,
        Keyring keyring,
        Map<String, Volumes> volumes,
        EvidenceLog evidence,
        @Nullable String readOnly,
        Recovery.@Nullable OpenVolume openVolume) {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpening.class);

    static StoreOpening open(StoreSettings settings) throws IOException {
        Disk disk = settings.disk();
        disk.createDirectories(settings.volumes());
        disk.createDirectories(settings.content().resolve("pending"));
        byte[] id = id(settings);
        Map<String, List<Path>> files = Volumes.files(disk, settings.volumes());
        Keyring keyring = keyring(settings, id, files.isEmpty());
        Map<String, Volumes> volumes = new TreeMap<>();
        List<Recovery.OpenVolume> open = new ArrayList<>();
        for (var ofWriter : files.entrySet()) {
            if (!ofWriter.getKey().equals(settings.writer())) {
                volumes.put(ofWriter.getKey(), foreign(disk, ofWriter.getValue(), open));
            }
        }
        Volumes own = new Volumes();
        volumes.put(settings.writer(), own);
        Recovery.OpenVolume last = own(settings, id, files.getOrDefault(settings.writer(), List.of()), own);
        EvidenceLog evidence = EvidenceLog.open(
                disk, settings.evidence(settings.writer()), origin(id, settings.writer()), keyring.signingSeed());
        String contradiction = replay(own, evidence);
        open.add(last);
        learnAndSweep(settings, keyring, open);
        learnFromAllIfOlder(settings, keyring, volumes);
        makeGood(settings, keyring);
        return new StoreOpening(id, keyring, volumes, evidence, contradiction, last);
    }

    /** The name under which a writer's log is signed. */
    static String origin(byte[] storeId, String writer) {
        return "muniment/" + HexFormat.of().formatHex(storeId) + "/" + writer;
    }

    static byte[] readId(StoreSettings settings) throws IOException {
        byte[] text = settings.disk().read(settings.idFile());
        try {
            byte[] id = HexFormat.of().parseHex(new String(text, java.nio.charset.StandardCharsets.US_ASCII).strip());
            if (id.length == 16) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new CorruptVolumeException(settings.idFile(), 0, "this is not the id of a store");
    }

    private static byte[] id(StoreSettings settings) throws IOException {
        try {
            return readId(settings);
        } catch (NoSuchFileException e) {
            if (!Volumes.files(settings.disk(), settings.volumes()).isEmpty()) {
                throw new IOException(
                        settings.idFile() + " is missing beside its volumes; put it back from a copy.", e);
            }
            byte[] id = Sealing.random(16);
            byte[] text = (HexFormat.of().formatHex(id) + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            settings.disk().writeAtomically(settings.idFile(), text);
            return id;
        }
    }

    private static Keyring keyring(StoreSettings settings, byte[] id, boolean isNew) throws IOException {
        Disk disk = settings.disk();
        boolean none = !disk.exists(settings.keyring()) && !disk.exists(settings.keyringCopy());
        return none && isNew
                ? Keyring.create(disk, settings.keyring(), settings.keyringCopy(), settings.masterKey(), id)
                : Keyring.open(disk, settings.keyring(), settings.keyringCopy(), settings.masterKey(), id);
    }

    private static Volumes foreign(Disk disk, List<Path> files, List<Recovery.OpenVolume> open) throws IOException {
        Volumes volumes = new Volumes();
        for (Path file : files.subList(0, files.size() - 1)) {
            volumes.add(Volume.complete(disk, file));
        }
        Recovery.OpenVolume last = Recovery.open(disk, files.getLast());
        volumes.add(last.volume());
        open.add(last);
        return volumes;
    }

    private static Recovery.OpenVolume own(StoreSettings settings, byte[] id, List<Path> files, Volumes own)
            throws IOException {
        Disk disk = settings.disk();
        for (Path file : files.subList(0, Math.max(0, files.size() - 1))) {
            own.add(Volume.complete(disk, file));
        }
        requireOrder(own);
        Recovery.OpenVolume open = files.isEmpty() || neverUsed(disk, files.getLast())
                ? VolumeWriter.create(disk, settings.volumes(), first(settings, id, files.size(), own))
                : Recovery.open(disk, files.getLast());
        VolumeHeader header = open.volume().header();
        if (!java.util.Arrays.equals(header.storeId(), id) || header.firstNumber() != own.last() + 1) {
            throw new CorruptVolumeException(
                    open.volume().path(), 0, "it does not follow the volume before it, or belongs to another store");
        }
        own.add(open.volume());
        return open;
    }

    private static VolumeHeader first(StoreSettings settings, byte[] id, int files, Volumes own) {
        return new VolumeHeader(id, settings.writer(), Math.max(1, files), own.last() + 1, System.currentTimeMillis());
    }

    /** A crash while a volume was begun leaves a file that no record was ever acknowledged in. */
    private static boolean neverUsed(Disk disk, Path file) throws IOException {
        try (DiskFile open = disk.openForReading(file)) {
            if (open.size() <= VolumeHeader.LENGTH) {
                Volume.readHeader(open, file);
            }
            return false;
        } catch (CorruptVolumeException e) {
            return true;
        }
    }

    private static void requireOrder(Volumes volumes) throws CorruptVolumeException {
        long next = 1;
        for (Volume volume : volumes.all()) {
            if (volume.header().firstNumber() != next) {
                throw new CorruptVolumeException(
                        volume.path(),
                        0,
                        "it begins with record " + volume.header().firstNumber() + ", but record " + next + " is due");
            }
            next = volume.summary().nextNumber();
        }
    }

    /** Extends the tree by the records behind its last stored tile; returns the contradiction there may be. */
    private static @Nullable String replay(Volumes own, EvidenceLog evidence) throws IOException {
        if (evidence.size() > own.last()) {
            return "The evidence log has " + evidence.size() + " leaves, but the volumes hold " + own.last()
                    + " records: record " + (own.last() + 1) + " and what followed are missing.";
        }
        for (long number = evidence.size() + 1; number <= own.last(); number++) {
            Volume volume = own.holding(number);
            if (volume == null) {
                throw new EvidenceException("record " + number + " is in no volume");
            }
            evidence.extend(Frame.read(volume.record(number)));
        }
        try {
            evidence.requireNoContradiction();
            return null;
        } catch (EvidenceException e) {
            LOG.error("The archive opens for reading only: {}", e.getMessage());
            return e.getMessage();
        }
    }

    /** Learns from the writers' last volumes which spare keys are taken, and which pending content is referred to. */
    private static void learnAndSweep(StoreSettings settings, Keyring keyring, List<Recovery.OpenVolume> open)
            throws IOException {
        List<Path> pending = settings.disk().list(settings.content().resolve("pending"));
        Set<String> referred = new HashSet<>();
        for (Recovery.OpenVolume last : open) {
            if (!last.endedWell() || !pending.isEmpty()) {
                learn(keyring, last.volume(), pending.isEmpty() ? null : referred);
            }
        }
        sweep(settings, pending, referred);
    }

    /** After an older copy of the keyring was put back, every frame is asked which spare keys are taken. */
    private static void learnFromAllIfOlder(StoreSettings settings, Keyring keyring, Map<String, Volumes> volumes)
            throws IOException {
        long written = KeyringMark.read(settings);
        if (keyring.generation() >= written) {
            return;
        }
        LOG.warn("The keyring is an older copy; the volumes are read to learn which of its keys are taken");
        for (Volumes ofWriter : volumes.values()) {
            for (Volume volume : ofWriter.all()) {
                VolumeScan scan = volume.scan();
                Batch batch;
                do {
                    batch = scan.next((frame, record, offset) -> keyring.seen(frame.keyId(), frame.dueDay()));
                } while (batch != null);
            }
        }
        keyring.follow(written == Long.MAX_VALUE ? keyring.generation() : written);
    }

    /** Only one copy is needed to work: if the other cannot be written now, that is tried again at the next save. */
    private static void makeGood(StoreSettings settings, Keyring keyring) {
        try {
            if (!keyring.unreadable().isEmpty()) {
                KeyringMark.save(settings, keyring);
            }
        } catch (IOException e) {
            LOG.warn("A copy of the keyring cannot be made good now", e);
        }
    }

    private static void learn(Keyring keyring, Volume open, @Nullable Set<String> referred) throws IOException {
        VolumeTable table = open.summary();
        for (long number = table.firstNumber(); number < table.nextNumber(); number++) {
            ByteBuffer record = open.record(number);
            Frame frame = Frame.read(record);
            keyring.seen(frame.keyId(), frame.dueDay());
            SecretKey key = keyring.find(frame.keyId());
            if (referred != null && key != null) {
                note(Sealing.open(frame, record, key), referred);
            }
        }
    }

    /** Durable at return, so that the next volume may be begun at any time. */
    private static void sweep(StoreSettings settings, List<Path> pending, Set<String> referred) throws IOException {
        Disk disk = settings.disk();
        for (Path file : pending) {
            String name = file.getFileName().toString();
            if (!referred.contains(name)) {
                disk.delete(file);
            } else {
                Path folder = settings.content().resolve(name.substring(0, 2));
                disk.createDirectories(folder);
                disk.rename(file, folder.resolve(name));
                disk.syncDirectory(folder);
            }
        }
        if (!pending.isEmpty()) {
            disk.syncDirectory(settings.content().resolve("pending"));
        }
    }

    private static void note(Payload payload, Set<String> referred) {
        if (payload.coding() == Payload.Coding.FILE) {
            referred.add(ContentFormat.name(java.util.Arrays.copyOf(payload.data(), ContentFormat.ID)));
        }
    }
}
