package org.muniment.mailbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Goes through a tar once, from front to end. */
final class TarWalk implements Walk {
    private final TarArchiveInputStream tar;
    private final Closeable owned;
    private final Place place;
    private final Opener opener;
    private final EntryNames names = new EntryNames();

    /**
     * @param unpacked the tar, unpacked and counted
     * @param owned what is closed with it
     */
    TarWalk(InputStream unpacked, Closeable owned, Place place, Opener opener) {
        this.tar = new TarArchiveInputStream(unpacked);
        this.owned = owned;
        this.place = place;
        this.opener = opener;
    }

    @Override
    public @Nullable Step next() throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = tar.getNextEntry();
        }
        return entry == null ? null : step(entry);
    }

    private Step step(TarArchiveEntry entry) throws IOException {
        place.budget().entry();
        String name = entry.getName();
        String why = Beside.reason(name);
        if (why == null && (entry.isSymbolicLink() || entry.isLink())) {
            why = "is a link to another entry";
        }
        if (why == null && !tar.canReadEntryData(entry)) {
            why = "is no ordinary file";
        }
        if (why != null) {
            return new Step.Found(new Skipped(place.path() + "!/" + name, why));
        }
        return opener.open(opener.spool(tar), place.entry(names.position(name), name), name);
    }

    @Override
    public String path() {
        return place.path();
    }

    @Override
    public void close() throws IOException {
        try (owned) {
            tar.close();
        }
    }
}
