package org.muniment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muniment.evidence.CrashingDisk;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;

/** A disk that somebody else fills between the question how much room there is and the write. */
final class FillingDisk implements Disk {
    private static final long PLENTY = 1L << 40;

    private final CrashingDisk disk;
    private boolean unseen;

    FillingDisk(CrashingDisk disk) {
        this.disk = disk;
    }

    /** Leaves so much room, but the next question is answered as if there were plenty. */
    synchronized void fillUpUnseen(long bytes) {
        disk.leaveSpace(bytes);
        unseen = true;
    }

    synchronized void makeRoom() {
        disk.leaveSpace(Long.MAX_VALUE);
    }

    @Override
    public synchronized long usableSpace(Path path) throws IOException {
        long usable = unseen ? PLENTY : disk.usableSpace(path);
        unseen = false;
        return usable;
    }

    @Override
    public DiskFile openForAppend(Path file) throws IOException {
        return disk.openForAppend(file);
    }

    @Override
    public DiskFile openForReading(Path file) throws IOException {
        return disk.openForReading(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.delete(path);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        disk.syncDirectory(directory);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return disk.list(directory);
    }

    @Override
    public boolean exists(Path path) {
        return disk.exists(path);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        disk.createDirectories(directory);
    }
}
