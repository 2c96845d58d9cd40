package org.muniment.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes roots and proofs of a tree from its tiles, and trusts a stored tile only after comparing its root with the
 * level above, up to the tiles in memory. Keeps the last few tiles. Thread-safe; proofs wait for each other, never for
 * an append.
 */
final class TreeReader {
    private static final int TILES_KEPT = 16;

    private final MerkleTree tree;
    private final TileStore tiles;
    private final Sha256 sha = new Sha256();
    private final Map<TileId, byte[]> trusted = new LinkedHashMap<>(TILES_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileId, byte[]> eldest) {
            return size() > TILES_KEPT;
        }
    };

    TreeReader(MerkleTree tree, TileStore tiles) {
        this.tree = tree;
        this.tiles = tiles;
    }

    /** The root over the leaves from {@code start} to before {@code end}, a range as splitting a tree makes them. */
    synchronized byte[] root(long start, long end) throws IOException {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return subtree(level, start >>> level);
        }
        long middle = start + Long.highestOneBit(leaves);
        return sha.node(root(start, middle), root(middle, end));
    }

    private byte[] subtree(int level, long index) throws IOException {
        int inTile = level % MerkleTree.LEVELS_PER_TILE;
        long first = index << inTile;
        byte[] tile = tile(new TileId(level / MerkleTree.LEVELS_PER_TILE, first / TileStore.WIDTH));
        return sha.subtree(tile, (int) (first % TileStore.WIDTH), 1 << inTile);
    }

    synchronized List<byte[]> inclusion(long index, long size) throws IOException {
        List<byte[]> siblings = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + largestPowerBelow(end - start);
            if (index < middle) {
                siblings.add(root(middle, end));
                end = middle;
            } else {
                siblings.add(root(start, middle));
                start = middle;
            }
        }
        return siblings.reversed();
    }

    synchronized List<byte[]> consistency(long from, long to) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        long start = 0;
        long end = to;
        while (end != from) {
            long middle = start + largestPowerBelow(end - start);
            if (from <= middle) {
                hashes.add(root(middle, end));
                end = middle;
            } else {
                hashes.add(root(start, middle));
                start = middle;
            }
        }
        if (start > 0) { // else the verifier knows this subtree: it is the whole older tree
            hashes.add(root(start, end));
        }
        return hashes.reversed();
    }

    private static long largestPowerBelow(long number) {
        return Long.highestOneBit(number - 1);
    }

    /** Compares one stored tile with the level above. */
    synchronized void checkTile(TileId id) throws IOException {
        compareWithAbove(id, stored(id));
    }

    private byte[] tile(TileId id) throws IOException {
        byte[] open = tree.openTile(id);
        if (open != null) {
            return open;
        }
        byte[] known = trusted.get(id);
        if (known == null) {
            known = stored(id);
            compareWithAbove(id, known);
            trusted.put(id, known);
        }
        return known;
    }

    private void compareWithAbove(TileId id, byte[] hashes) throws IOException {
        byte[] root = sha.subtree(hashes, 0, TileStore.WIDTH);
        byte[] above = tile(id.above());
        int place = (int) (id.index() % TileStore.WIDTH) * Sha256.BYTES;
        if (!Arrays.equals(root, 0, Sha256.BYTES, above, place, place + Sha256.BYTES)) {
            throw new EvidenceException(
                    id + " is damaged: its hashes do not give the root that " + id.above() + " holds of it");
        }
    }

    /** A tile that must be there, not yet compared with anything. */
    byte[] stored(TileId id) throws IOException {
        byte[] hashes = tiles.get(id.level(), id.index());
        if (hashes == null) {
            throw new EvidenceException(id + " is missing");
        }
        return hashes;
    }
}
