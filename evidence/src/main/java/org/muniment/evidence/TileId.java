package org.muniment.evidence;

/** The address of a full tile. */
record TileId(int level, long index) implements Comparable<TileId> {

    /** The tile that holds the root of this one. */
    TileId above() {
        return new TileId(level + 1, index / TileStore.WIDTH);
    }

    @Override
    public int compareTo(TileId other) {
        int byLevel = Integer.compare(level, other.level);
        return byLevel != 0 ? byLevel : Long.compare(index, other.index);
    }

    /** Its name below the folder of its tree. */
    @Override
    public String toString() {
        return TileStore.path(level, index);
    }
}
