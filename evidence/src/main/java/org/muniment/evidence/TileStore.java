package org.muniment.evidence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the full tiles of a tree are kept, addressed as in C2SP tlog-tiles: level 0 holds the leaf hashes, 256 to a
 * tile, level <i>n</i> the roots of 256 tiles of level <i>n</i>-1. A full tile never changes. Partial tiles are not
 * stored: they follow from the records. Thread-safe.
 */
public interface TileStore {

    /** Hashes in a full tile. */
    int WIDTH = 256;

    /** Bytes in a full tile. */
    int BYTES = WIDTH * Sha256.BYTES;

    /**
     * Takes a full tile over; the caller must not change the array any more. It can be read at once and is durable only
     * after {@link #sync}; a crash before that may lose any of the tiles put since.
     */
    void put(int level, long index, byte[] hashes);

    /**
     * A full tile, which the caller must not change, or null if there is none.
     *
     * @throws EvidenceException if what is stored there cannot be a full tile
     */
    byte @Nullable [] get(int level, long index) throws IOException;

    /** How many tiles of a level are there without a gap, from index 0 on. */
    long count(int level) throws IOException;

    /**
     * Makes every tile that was put before durable. When it fails, tiles stay readable and the next call tries again.
     *
     * @throws EvidenceException if another tile is already stored under the same name
     */
    void sync() throws IOException;

    /** The name of a full tile below the folder of its tree, for example {@code tile/0/x001/234}. */
    static String path(int level, long index) {
        return path(level, index, WIDTH);
    }

    /**
     * The name of a tile of {@code width} hashes; a partial one ends in {@code .p/<width>}.
     *
     * @param level 0 to 63
     * @param width 1 to 256
     */
    static String path(int level, long index, int width) {
        if (level < 0 || level > 63 || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile of level " + level + ", index " + index + ", width " + width);
        }
        StringBuilder path = new StringBuilder(threeDigits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + threeDigits(rest % 1000) + "/");
        }
        path.insert(0, "tile/" + level + "/");
        return width == WIDTH
                ? path.toString()
                : path.append(".p/").append(width).toString();
    }

    private static String threeDigits(long number) {
        return Long.toString(1000 + number).substring(1);
    }
}
