package org.muniment.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;

/**
 * Content in a file of its own, encrypted chunk by chunk under a key that only the referring record holds.
 *
 * <p>It is written before that record, so that nobody else's mail waits for it; until then its key lives in memory
 * only, and what no record ever refers to is deleted at the next start. Thread-safe.
 */
public final class LargeContent implements Content {

    /** Content above this many bytes gets a file of its own. */
    public static final int THRESHOLD = ContentFormat.CHUNK;

    private final Disk disk;
    private final Path folder;
    private final byte[] id;
    private final byte[] key;
    private final long size;
    private final byte[] sha256;
    private boolean taken;
    private boolean adopted;

    LargeContent(Disk disk, Path folder, byte[] id, byte[] key, long size, byte[] sha256) {
        this.disk = disk;
        this.folder = folder;
        this.id = id;
        this.key = key;
        this.size = size;
        this.sha256 = sha256;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] sha256() {
        return sha256;
    }

    @Override
    public InputStream open() throws IOException {
        return new ContentStream(openFile(), path(), id, secretKey(), size, sha256);
    }

    /** Deletes it, unless a record has taken it over or may have, as far as can be known before the next start. */
    public synchronized void discard() throws IOException {
        if (!taken) {
            disk.delete(ContentFormat.pending(folder, id));
        }
    }

    /** Id and key, as the record that takes it over holds them. */
    byte[] reference() {
        byte[] reference = new byte[id.length + key.length];
        System.arraycopy(id, 0, reference, 0, id.length);
        System.arraycopy(key, 0, reference, id.length, key.length);
        return reference;
    }

    static LargeContent of(Disk disk, Path folder, byte[] reference, long size, byte[] sha256) throws IOException {
        if (reference.length != ContentFormat.ID + 32) {
            throw new IOException("a content reference has 48 bytes, not " + reference.length);
        }
        byte[] id = java.util.Arrays.copyOf(reference, ContentFormat.ID);
        byte[] key = java.util.Arrays.copyOfRange(reference, ContentFormat.ID, reference.length);
        return new LargeContent(disk, folder, id, key, size, sha256);
    }

    /** Makes its bytes and name durable, so that a record may refer to it; from now on it is not discarded. */
    synchronized void handOver() throws IOException {
        disk.syncDirectory(folder.resolve("pending"));
        taken = true;
    }

    /** No record refers to it, and none will: it may be discarded. */
    synchronized void giveBack() {
        taken = false;
    }

    /**
     * Moves it to its place, after the record that refers to it is durable. A crash before or in it is made good at
     * open, as long as the record lies in the open volume. Does nothing the second time.
     *
     * @return the folder whose change is not synced
     */
    synchronized Path adopt() throws IOException {
        Path place = ContentFormat.place(folder, id);
        Path directory = place.resolveSibling(".").normalize();
        if (!adopted) {
            disk.createDirectories(directory);
            disk.rename(ContentFormat.pending(folder, id), place);
            adopted = true;
        }
        return directory;
    }

    /** The file as people find it. */
    Path path() {
        Path place = ContentFormat.place(folder, id);
        return disk.exists(place) ? place : ContentFormat.pending(folder, id);
    }

    private DiskFile openFile() throws IOException {
        try {
            return disk.openForReading(ContentFormat.place(folder, id));
        } catch (NoSuchFileException e) {
            try {
                return disk.openForReading(ContentFormat.pending(folder, id));
            } catch (NoSuchFileException notThereEither) {
                throw new CorruptVolumeException(ContentFormat.place(folder, id), 0, "the file is missing");
            }
        }
    }

    private SecretKey secretKey() {
        return new SecretKeySpec(key, "AES");
    }
}
