package org.muniment.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every signed checkpoint of one log in a folder, a file each, named by its size in 20 digits.
 *
 * <p>A checkpoint is durable when {@link #put} returns, and only then may anybody else see it. Two different trees of
 * one size are never both stored, and sizes only grow; whether a new tree has grown out of the stored one is the
 * caller's to prove. A checkpoint whose put failed may turn out stored or not; either is right, as nobody saw it.
 *
 * <p>Thread-safe. One process at a time may put.
 */
public final class CheckpointStore {
    private static final Pattern NAME = Pattern.compile("[0-9]{20}\\.txt");

    private final Disk disk;
    private final Path directory;
    private final NoteVerifier log;
    private @Nullable SignedNote latest;

    private CheckpointStore(Disk disk, Path directory, NoteVerifier log) {
        this.disk = disk;
        this.directory = directory;
        this.log = log;
    }

    /**
     * Opens the folder, and makes it if there is none.
     *
     * @param log the key that every checkpoint here is signed with, named like the log's origin
     * @throws EvidenceException if the latest checkpoint is damaged or not signed by this key
     */
    public static CheckpointStore open(Disk disk, Path directory, NoteVerifier log) throws IOException {
        CheckpointStore store = new CheckpointStore(disk, directory, log);
        disk.createDirectories(directory);
        store.sweep();
        List<Long> sizes = store.sizes();
        if (!sizes.isEmpty()) {
            store.latest = store.at(sizes.getLast());
        }
        return store;
    }

    private void sweep() throws IOException {
        for (Path file : disk.list(directory)) {
            if (file.toString().endsWith(Disk.UNFINISHED)) {
                disk.delete(file); // a crash came before its rename, so nobody saw it
            }
        }
    }

    /** A view for checking: changes nothing, and judges no checkpoint before it is asked for. */
    public static CheckpointStore forReading(Disk disk, Path directory, NoteVerifier log) {
        return new CheckpointStore(disk, directory, log);
    }

    /** The stored checkpoint of the largest tree. */
    public synchronized Optional<SignedNote> latest() {
        return Optional.ofNullable(latest);
    }

    /** The sizes that there is a checkpoint of, ascending. */
    public List<Long> sizes() throws IOException {
        List<Long> sizes = new ArrayList<>();
        if (!disk.exists(directory)) {
            return sizes;
        }
        for (Path file : disk.list(directory)) {
            String name = String.valueOf(file.getFileName());
            if (NAME.matcher(name).matches()) {
                sizes.add(sizeIn(file, name));
            }
        }
        return sizes;
    }

    private static long sizeIn(Path file, String name) throws EvidenceException {
        try {
            return Long.parseLong(name.substring(0, 20));
        } catch (NumberFormatException tooLarge) {
            throw new EvidenceException("the name of checkpoint " + file + " is larger than any tree");
        }
    }

    /**
     * The checkpoint of exactly this size.
     *
     * @throws EvidenceException if it is damaged, of another size than its name says, or not signed by the log
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    public SignedNote at(long size) throws IOException {
        Path file = file(size);
        byte[] bytes = disk.read(file);
        try {
            SignedNote note = SignedNote.parse(bytes);
            long signed = Checkpoint.verified(note, log).size();
            if (signed != size) {
                throw new EvidenceException("it holds the tree of size " + signed);
            }
            return note;
        } catch (EvidenceException wrong) {
            throw new EvidenceException("checkpoint " + file + " cannot be trusted: " + wrong.getMessage());
        }
    }

    /**
     * Stores a signed checkpoint. The same checkpoint may come again with other signatures, which then replace those
     * that are stored.
     *
     * @throws EvidenceException if it is not signed by the log, is smaller than the latest, or another checkpoint of
     *     its size is stored
     */
    public synchronized void put(SignedNote note) throws IOException {
        Checkpoint checkpoint = Checkpoint.verified(note, log);
        if (latest != null) {
            refuseSmaller(checkpoint, Checkpoint.parse(latest.text()));
        }
        refuseSecond(checkpoint);
        disk.writeAtomically(file(checkpoint.size()), note.bytes());
        latest = note;
    }

    private static void refuseSmaller(Checkpoint checkpoint, Checkpoint stored) throws EvidenceException {
        if (checkpoint.size() < stored.size()) {
            throw new EvidenceException("a tree never shrinks: checkpoint " + checkpoint + " comes after " + stored);
        }
    }

    private void refuseSecond(Checkpoint checkpoint) throws IOException {
        if (!disk.exists(file(checkpoint.size()))) {
            return;
        }
        Checkpoint stored = Checkpoint.parse(at(checkpoint.size()).text());
        if (!stored.equals(checkpoint)) {
            throw new EvidenceException(
                    "two trees of one size are never signed: there is " + stored + ", and now " + checkpoint);
        }
    }

    private Path file(long size) {
        return directory.resolve(String.format(Locale.ROOT, "%020d.txt", size));
    }
}
