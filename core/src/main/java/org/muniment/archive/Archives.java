package org.muniment.archive;

import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Disk;
import org.muniment.store.Check;

/** Opens archives. */
public final class Archives {

    private Archives() {}

    /**
     * Opens the archive of an organisation on this machine, or makes it where there is none. The caller has the home to
     * itself.
     *
     * @throws IOException if it cannot be opened; the message says what to do
     */
    public static Archive open(Archive.Settings settings) throws IOException {
        return LocalArchive.open(settings, Disk.real(), Clock.systemUTC());
    }

    /**
     * Reads and recomputes everything of an archive that nobody has open, without changing anything: it takes no
     * lock, recovers nothing and writes no log entry.
     */
    public static Verification verify(Archive.Settings settings, ArchiveSession.@Nullable Progress progress)
            throws IOException {
        Check.Progress meter = progress == null ? (done, total) -> {} : progress::done;
        return LocalArchive.verification(Check.ofFolder(LocalArchive.storeSettings(settings, Disk.real()), meter));
    }
}
