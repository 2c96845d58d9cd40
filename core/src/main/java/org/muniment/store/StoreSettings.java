package org.muniment.store;

import java.nio.file.Path;
import org.muniment.evidence.Disk;

/**
 * Where a store lies and how it works.
 *
 * @param disk the file system, real or made to fail
 * @param folder holds volumes, content and evidence
 * @param keyring file of the keyring's first copy
 * @param keyringCopy file of its second copy, best on another disk
 * @param writer this node's name in record numbers
 * @param volumeBytes when a volume is full
 * @param reserveBytes disk space that is never used, so that a full disk can be handled
 */
public record StoreSettings(
        Disk disk,
        Path folder,
        Path keyring,
        Path keyringCopy,
        MasterKey masterKey,
        String writer,
        long volumeBytes,
        long reserveBytes) {

    /** Half a GiB: some seconds to read after a crash. */
    public static final long STANDARD_VOLUME = 512L << 20;

    public StoreSettings {
        if (!RecordId.isWriter(writer)) {
            throw new IllegalArgumentException("A writer's name is 4 to 12 letters and digits, not " + writer);
        }
    }

    Path volumes() {
        return folder.resolve("volumes");
    }

    Path content() {
        return folder.resolve("content");
    }

    Path evidence(String ofWriter) {
        return folder.resolve("evidence").resolve(ofWriter);
    }

    Path idFile() {
        return folder.resolve("store.id");
    }
}
