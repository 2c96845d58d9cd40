package org.muniment.store;

import java.io.IOException;
import java.nio.file.Path;

/** Bytes on the disk are not those that were written. Names the file, the place and what differs. */
public final class CorruptVolumeException extends IOException {
    private final Path file;
    private final long offset;
    private final String what;

    CorruptVolumeException(Path file, long offset, String what) {
        super(file.getFileName() + " at offset " + offset + ": " + what);
        this.file = file;
        this.offset = offset;
        this.what = what;
    }

    /** The damaged file. */
    public Path file() {
        return file;
    }

    /** Where in it. */
    public long offset() {
        return offset;
    }

    /** What differs, without the place. */
    public String what() {
        return what;
    }
}
