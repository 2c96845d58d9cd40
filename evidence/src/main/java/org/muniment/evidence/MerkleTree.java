package org.muniment.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The append-only hash tree over all records of one writer, as RFC 9162 section 2.1 defines it, kept in tiles.
 *
 * <p>In memory lie only one hash per level of the tree and the tiles that are not yet full; a full tile goes to the
 * {@link TileStore} at once. Appending does no I/O and costs about one hash per leaf; proofs and older roots read
 * tiles, and every tile read is compared with the hash that the level above holds of it, so a damaged tile is named and
 * never becomes a wrong proof. What an append means for durability is the tile store's matter: the tree can be rebuilt
 * from the records at any time.
 *
 * <p>Thread-safe; one thread appends, any number may ask for roots and proofs of what is in the tree.
 */
public final class MerkleTree {
    /** Bytes of every hash in and out of the tree. */
    public static final int HASH_BYTES = Sha256.BYTES;

    static final int LEVELS_PER_TILE = 8;

    private final TileStore tiles;
    private final Sha256 sha = new Sha256();
    /** For each bit that is set in the size: the root of the complete subtree of so many leaves at the right edge. */
    private final byte[] edge = new byte[63 * HASH_BYTES];
    /** Per tile level, the tile that is not yet full. */
    private final List<byte[]> open = new ArrayList<>();

    private final byte[] carry = new byte[HASH_BYTES];
    private final TreeReader reader;
    private long size;

    private MerkleTree(TileStore tiles) {
        this.tiles = tiles;
        this.reader = new TreeReader(this, tiles);
        open.add(new byte[TileStore.BYTES]);
    }

    /** A tree without leaves that stores its tiles there; tiles of the same place are expected to be absent or equal. */
    public static MerkleTree empty(TileStore tiles) {
        return new MerkleTree(tiles);
    }

    /**
     * The tree as of the last full level-0 tile that is stored without a gap before it; the caller appends the leaves
     * behind {@link #size}, which is a multiple of 256. Tiles of higher levels that a crash lost are made again.
     *
     * @throws EvidenceException if a tile is damaged so that it cannot be read
     */
    public static MerkleTree open(TileStore tiles) throws IOException {
        MerkleTree tree = new MerkleTree(tiles);
        tree.restore(tiles.count(0));
        return tree;
    }

    private synchronized void restore(long leafTiles) throws IOException {
        size = leafTiles * TileStore.WIDTH;
        long hashes = leafTiles;
        for (int level = 1; hashes > 0; level++) {
            open.add(new byte[TileStore.BYTES]);
            long stored = Math.min(tiles.count(level), hashes / TileStore.WIDTH);
            for (long index = stored * TileStore.WIDTH; index < hashes; index++) {
                byte[] root = sha.subtree(reader.stored(new TileId(level - 1, index)), 0, TileStore.WIDTH);
                keep(level, index, root);
            }
            hashes /= TileStore.WIDTH;
        }
        for (int bit = LEVELS_PER_TILE; bit < 63; bit++) {
            if ((size >>> bit & 1) == 1) {
                restoreEdge(bit);
            }
        }
    }

    private void restoreEdge(int bit) {
        int inTile = bit % LEVELS_PER_TILE;
        long subtree = (size >>> bit) - 1; // the last complete one; the open tile of its level holds it
        int first = (int) ((subtree << inTile) % TileStore.WIDTH);
        byte[] root = sha.subtree(open.get(bit / LEVELS_PER_TILE), first, 1 << inTile);
        System.arraycopy(root, 0, edge, bit * HASH_BYTES, HASH_BYTES);
    }

    /** Appends one leaf hash (see {@link Leaf#hash}); the array stays the caller's. */
    public synchronized void append(byte[] leafHash) {
        requireHash(leafHash);
        System.arraycopy(leafHash, 0, carry, 0, HASH_BYTES);
        keep(0, size, carry);
        int level = 0;
        while ((size >>> level & 1) == 1) { // two subtrees of this size become one of the next
            sha.node(edge, level * HASH_BYTES, carry, 0, carry, 0);
            level++;
            if (level % LEVELS_PER_TILE == 0) {
                keep(level / LEVELS_PER_TILE, size >>> level, carry);
            }
        }
        System.arraycopy(carry, 0, edge, level * HASH_BYTES, HASH_BYTES);
        size++;
    }

    private void keep(int level, long index, byte[] hash) {
        if (level == open.size()) {
            open.add(new byte[TileStore.BYTES]);
        }
        int place = (int) (index % TileStore.WIDTH);
        System.arraycopy(hash, 0, open.get(level), place * HASH_BYTES, HASH_BYTES);
        if (place == TileStore.WIDTH - 1) {
            tiles.put(level, index / TileStore.WIDTH, open.set(level, new byte[TileStore.BYTES]));
        }
    }

    /** The leaves in the tree. */
    public synchronized long size() {
        return size;
    }

    /** The root over all leaves; of an empty tree the SHA-256 of nothing. Does no I/O. */
    public synchronized byte[] root() {
        if (size == 0) {
            return sha.hash(new byte[0]);
        }
        int bit = Long.numberOfTrailingZeros(size);
        byte[] root = Arrays.copyOfRange(edge, bit * HASH_BYTES, (bit + 1) * HASH_BYTES);
        for (bit++; size >>> bit > 0; bit++) {
            if ((size >>> bit & 1) == 1) {
                sha.node(edge, bit * HASH_BYTES, root, 0, root, 0);
            }
        }
        return root;
    }

    /** The tree at this moment, ready to be signed. */
    public synchronized Checkpoint checkpoint(String origin) {
        return new Checkpoint(origin, size, root());
    }

    /** The root that the tree had when it held the first {@code size} leaves. */
    public byte[] rootAt(long size) throws IOException {
        requireSize(size);
        return size == 0 ? Sha256.ofThread().hash(new byte[0]) : reader.root(0, size);
    }

    /** The hash of the leaf at {@code index}, from 0. Reading them in order reads each tile once. */
    public byte[] leafHash(long index) throws IOException {
        requireSize(Math.addExact(index, 1));
        return reader.root(index, index + 1);
    }

    /** The hashes that lead from the leaf at {@code index} to the root at {@code size} (RFC 9162 section 2.1.3.1). */
    public List<byte[]> inclusionProof(long index, long size) throws IOException {
        requireSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf at index " + index);
        }
        return reader.inclusion(index, size);
    }

    /** The hashes that show the tree at {@code to} to begin with that at {@code from} (RFC 9162 section 2.1.4.1). */
    public List<byte[]> consistencyProof(long from, long to) throws IOException {
        requireSize(to);
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + to + " leaves never held the first " + from);
        }
        return from == 0 || from == to ? List.of() : reader.consistency(from, to);
    }

    /**
     * Reads every stored tile and compares it with the level above.
     *
     * @throws EvidenceException naming the first tile that is missing or differs
     */
    public void check() throws IOException {
        long full = fullTiles(0);
        for (long index = 0; index < full; index++) {
            reader.checkTile(new TileId(0, index));
        }
    }

    /** The tiles of a level that are full, and so are stored or about to be. */
    synchronized long fullTiles(int level) {
        return size >>> ((level + 1) * LEVELS_PER_TILE);
    }

    /**
     * A copy of a tile that is not yet full; null if it is full by now, and so stored. One step, because an append may
     * fill the tile at any moment and open the next one of its level.
     */
    synchronized byte @Nullable [] openTile(TileId id) {
        return id.index() < fullTiles(id.level()) ? null : open.get(id.level()).clone();
    }

    private void requireSize(long asked) {
        long now = size();
        if (asked < 0 || asked > now) {
            throw new IllegalArgumentException("the tree has " + now + " leaves, not " + asked);
        }
    }

    static void requireHash(byte[] hash) {
        if (hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("a hash has " + HASH_BYTES + " bytes, not " + hash.length);
        }
    }
}
