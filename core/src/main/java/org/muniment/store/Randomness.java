package org.muniment.store;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes of the operating system, drawn a block at a time: every draw waits for a lock that the whole process
 * shares. No byte is given out twice, and none stays in memory once it was given out. Not thread-safe.
 */
final class Randomness {
    private static final int BLOCK = 4096;
    private static final SecureRandom SOURCE = new SecureRandom();

    private final byte[] block = new byte[BLOCK];
    private int used = BLOCK;

    /** So many bytes, at most {@link #BLOCK}. */
    byte[] next(int length) {
        if (length > BLOCK - used) {
            SOURCE.nextBytes(block);
            used = 0;
        }
        byte[] bytes = Arrays.copyOfRange(block, used, used + length);
        Arrays.fill(block, used, used + length, (byte) 0);
        used += length;
        return bytes;
    }
}
