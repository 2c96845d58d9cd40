package org.muniment.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tiles of a tree that is rebuilt to be compared and then dropped; nothing is ever durable. */
public final class MemoryTiles implements TileStore {
    private final Map<TileId, byte[]> tiles = new ConcurrentHashMap<>();

    @Override
    public void put(int level, long index, byte[] hashes) {
        tiles.put(new TileId(level, index), hashes);
    }

    @Override
    public byte @Nullable [] get(int level, long index) {
        return tiles.get(new TileId(level, index));
    }

    @Override
    public long count(int level) {
        long count = 0;
        while (tiles.containsKey(new TileId(level, count))) {
            count++;
        }
        return count;
    }

    @Override
    public void sync() {
        // memory has nothing behind it
    }
}
