package org.muniment.archive;

import java.util.concurrent.ThreadLocalRandom;

/** A set of addresses that tells how many there are, in 8 to 16 bytes each; at most a million. Thread-safe. */
final class AddressSet {
    private static final int MOST = 1_000_000;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /** Unknown to strangers, so that nobody can make up an address that seems to be there already. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private long[] table = new long[64];
    private int size;

    /** Adds an address, unless it is there or the set is full. */
    synchronized void add(String address) {
        long hash = hash(address);
        int slot = slot(hash);
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        if (size < MOST) {
            table[slot] = hash;
            size++;
            if (2 * size > table.length) {
                grow();
            }
        }
    }

    synchronized int size() {
        return size;
    }

    /** Never 0, which stands for an empty slot. */
    private long hash(String address) {
        long hash = seed;
        for (int i = 0; i < address.length(); i++) {
            hash = (hash ^ address.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    private int slot(long hash) {
        return (int) (hash >>> 16) & (table.length - 1);
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        for (long hash : old) {
            if (hash != 0) {
                int slot = slot(hash);
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = hash;
            }
        }
    }
}
