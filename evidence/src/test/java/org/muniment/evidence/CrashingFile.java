package org.muniment.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** An open file of a {@link CrashingDisk}. */
final class CrashingFile implements DiskFile {
    private static final int SECTOR = 512;

    private final CrashingDisk disk;
    private final Content content;
    private final boolean appends;
    private boolean torn;
    private boolean broken;

    CrashingFile(CrashingDisk disk, Content content, boolean appends) {
        this.disk = disk;
        this.content = content;
        this.appends = appends;
    }

    /** The bytes of one file, whatever its names. Guarded by its disk. */
    static final class Content {
        private byte[] bytes = new byte[0];
        private int size;
        private byte[] durable = new byte[0];
        /** Up to here the bytes in memory are also the durable ones. */
        private int unchanged;

        private void write(ByteBuffer from, int count) {
            if (size + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
            }
            from.get(bytes, size, count);
            size += count;
        }

        private void cut(int to) {
            unchanged = Math.min(unchanged, to);
            size = to;
        }

        private void sync() {
            durable = Arrays.copyOf(bytes, size);
            unchanged = size;
        }

        Content afterPowerLoss(Random random) {
            Content after = new Content();
            boolean cutSurvives = durable.length == unchanged || random.nextBoolean();
            after.bytes = cutSurvives ? tail(random) : durable.clone();
            after.size = after.bytes.length;
            after.sync();
            return after;
        }

        /** What was durable and any part of what was written since, with a stretch of it perhaps still zero. */
        private byte[] tail(Random random) {
            int kept = unchanged + random.nextInt(size - unchanged + 1);
            byte[] survived = Arrays.copyOf(bytes, kept);
            if (random.nextInt(3) == 0 && kept > unchanged) {
                int from = unchanged + random.nextInt(kept - unchanged);
                Arrays.fill(survived, from, Math.min(kept, from + SECTOR), (byte) 0);
            }
            return survived;
        }
    }

    @Override
    public long size() throws IOException {
        synchronized (disk) {
            disk.requirePower();
            return content.size;
        }
    }

    @Override
    public void append(ByteBuffer... buffers) throws IOException {
        requireWritable();
        if (torn) {
            throw new IOException("the last append failed; cut the file back before appending again");
        }
        torn = true;
        disk.change(() -> {
            for (ByteBuffer buffer : buffers) {
                write(buffer);
            }
        });
        torn = false;
    }

    private void write(ByteBuffer buffer) throws IOException {
        content.write(buffer, disk.takeSpace(buffer.remaining()));
        if (buffer.hasRemaining()) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        requireWritable();
        if (size < 0 || size > content.size) {
            throw new IllegalArgumentException("cannot cut " + content.size + " bytes to " + size);
        }
        disk.change(() -> content.cut((int) size));
        torn = false;
    }

    @Override
    public void sync() throws IOException {
        requireWritable();
        broken = true;
        disk.change(content::sync);
        broken = false;
    }

    private void requireWritable() throws IOException {
        disk.requirePower();
        if (!appends || broken) {
            throw new IOException(broken ? "a sync failed" : "opened for reading only");
        }
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        synchronized (disk) {
            disk.requirePower();
            int count = (int) Math.min(into.remaining(), Math.max(0, content.size - position));
            if (count > 0) {
                into.put(content.bytes, (int) position, count);
            }
            return count;
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
