package org.muniment.mailbox;

import org.jspecify.annotations.Nullable;

/** How far a walk is, in bytes of the files that were named or found; what comes out of archives does not count. */
final class Meter {
    private long passed;
    private long size;
    private @Nullable FileBytes current;

    /** The walk comes to another file. */
    void file(Bytes bytes) {
        passed += size;
        size = bytes.size();
        current = bytes instanceof FileBytes file ? file : null;
    }

    long bytes() {
        return current == null ? passed : passed + Math.min(size, current.lastRead());
    }
}
