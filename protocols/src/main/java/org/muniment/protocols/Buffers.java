package org.muniment.protocols;

import java.util.concurrent.ArrayBlockingQueue;

/**
 * Lends large arrays to connections that are moving a message just now, so that idle ones cost little. Thread-safe.
 *
 * <p>Lending never waits: when all kept arrays are out, a new one is made, and it is forgotten on return if enough are
 * kept already.
 */
final class Buffers {
    private final int size;
    private final ArrayBlockingQueue<byte[]> kept;

    /**
     * @param size bytes of each array
     * @param keep arrays kept for later, at most
     */
    Buffers(int size, int keep) {
        this.size = size;
        this.kept = new ArrayBlockingQueue<>(keep);
    }

    /** An array with arbitrary content, the borrower's until given back. */
    byte[] borrow() {
        byte[] buffer = kept.poll();
        return buffer == null ? new byte[size] : buffer;
    }

    /** Takes back an array that nobody uses any more. */
    void giveBack(byte[] buffer) {
        kept.offer(buffer);
    }
}
