package org.muniment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.evidence.Disk;

/**
 * The content files that records of the open volume have taken over, until they are in their place for good.
 *
 * <p>An opening looks for what refers to a pending file in the open volume only. So before a volume is followed by
 * the next, everything it refers to must have left {@code pending}, durably. Not thread-safe; the committing thread
 * owns it.
 */
final class Adoptions {
    private final Disk disk;
    private final Path pending;
    private final List<LargeContent> taken = new ArrayList<>();

    Adoptions(Disk disk, Path content) {
        this.disk = disk;
        this.pending = content.resolve("pending");
    }

    /** Takes note of content whose record is durable. */
    void add(LargeContent content) {
        taken.add(content);
    }

    /** Puts everything in its place; durable at return. */
    void complete() throws IOException {
        if (taken.isEmpty()) {
            return;
        }
        Set<Path> changed = new TreeSet<>();
        for (LargeContent content : taken) {
            changed.add(content.adopt());
        }
        for (Path directory : changed) {
            disk.syncDirectory(directory); // the new names first: a file may have two names, but never none
        }
        disk.syncDirectory(pending);
        taken.clear();
    }
}
