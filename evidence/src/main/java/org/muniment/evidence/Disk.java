package org.muniment.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The only door to the file system for everything that must survive a power loss; tests pass a double that loses power.
 *
 * <p>Two things have to be synced before they outlast a crash: the bytes of a file ({@link DiskFile#sync}) and the
 * names in a directory ({@link #syncDirectory}). Until then a crash may keep them, lose them, or keep any part of the
 * bytes. What is durable stays as it is until the next change of the same file or directory.
 *
 * <p>Thread-safe; two threads that change the same file must agree among themselves. Paths that do not exist are
 * answered by {@link java.nio.file.NoSuchFileException} unless a method says otherwise.
 */
public interface Disk {

    /** The end of the names of unfinished files; whoever finds one when nothing is being written may delete it. */
    String UNFINISHED = ".tmp";

    /** The file system of this machine. */
    static Disk real() {
        return RealDisk.INSTANCE;
    }

    /**
     * Opens a file that grows at its end, and makes it empty if there is none. Its name is durable only after
     * {@link #syncDirectory} on its directory.
     */
    DiskFile openForAppend(Path file) throws IOException;

    /** Opens an existing file; every change of it is refused. Sees what an appender has written so far. */
    DiskFile openForReading(Path file) throws IOException;

    /** Renames a file at one stroke, in place of any file of that name; durable after {@link #syncDirectory}. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file or an empty directory, or does nothing if there is none; durable after {@link #syncDirectory}. */
    void delete(Path path) throws IOException;

    /** From its return on the names in this directory, and what they name, outlast a crash. */
    void syncDirectory(Path directory) throws IOException;

    /** What lies directly in a directory, files and directories, ordered by name. */
    List<Path> list(Path directory) throws IOException;

    /** Whether there is a file or directory of this name. */
    boolean exists(Path path);

    /** Makes a directory and the missing ones above it; their names are durable at return. */
    void createDirectories(Path directory) throws IOException;

    /** The bytes this process may still write to the file system that holds the path. */
    long usableSpace(Path path) throws IOException;

    /** A whole file, for files that are known to be small. */
    default byte[] read(Path file) throws IOException {
        try (DiskFile open = openForReading(file)) {
            byte[] bytes = new byte[Math.toIntExact(open.size())];
            int count = open.read(ByteBuffer.wrap(bytes), 0);
            return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
        }
    }

    /**
     * Puts a file in place, durable at return; at every crash point the name stands for the old bytes or for the new
     * ones, whole. Two writers of the same name must not meet.
     */
    default void writeAtomically(Path file, byte[] bytes) throws IOException {
        writeUnsynced(file, bytes);
        syncDirectory(directoryOf(file));
    }

    /**
     * {@link #writeAtomically} without its last step: the bytes are synced, the name is not yet, so that many files of
     * a directory can share one {@link #syncDirectory}. After a crash the name stands for the old bytes or the new.
     */
    default void writeUnsynced(Path file, byte[] bytes) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try (DiskFile out = openForAppend(unfinished)) {
            out.truncate(0); // an earlier attempt may have left bytes
            out.append(ByteBuffer.wrap(bytes));
            out.sync(); // before the rename, or a crash could leave the new name on an empty file
        }
        rename(unfinished, file);
    }

    private static Path directoryOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
