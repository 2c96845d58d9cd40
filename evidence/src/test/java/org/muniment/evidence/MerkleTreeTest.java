package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int MOST = 600;
    private static final List<byte[]> LEAVES = NaiveTree.leaves(70_000);
    private static final NaiveTree NAIVE = new NaiveTree(LEAVES);

    @Test
    void rootIsThatOfTheRecursiveDefinitionAtEverySize() throws IOException {
        MerkleTree tree = MerkleTree.empty(new MemoryTiles());
        for (int size = 0; size <= MOST; size++) {
            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.root()).as("root of size %d", size).isEqualTo(NAIVE.root(size));
            tree.append(LEAVES.get(size));
        }
        for (int size = 0; size <= MOST; size++) {
            assertThat(tree.rootAt(size)).as("earlier root of size %d", size).isEqualTo(NAIVE.root(size));
        }
    }

    @Test
    void everyLeafOfEverySmallTreeHasAProofThatVerifies() throws IOException {
        MerkleTree tree = treeOf(70);
        for (int size = 1; size <= 70; size++) {
            for (int index = 0; index < size; index++) {
                proveInclusion(tree, index, size);
            }
        }
    }

    @Test
    void everyPairOfSmallSizesIsProvenConsistent() throws IOException {
        MerkleTree tree = treeOf(70);
        for (int to = 1; to <= 70; to++) {
            for (int from = 1; from <= to; from++) {
                proveConsistency(tree, from, to);
            }
        }
    }

    @Property(tries = 300)
    void anyLeafOfAnyTreeIsProven(@ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int at)
            throws IOException {
        proveInclusion(treeOf(MOST), at % size, size);
    }

    @Property(tries = 300)
    void anyTwoSizesAreProvenConsistent(
            @ForAll @IntRange(min = 1, max = MOST) int to, @ForAll @IntRange(max = MOST) int below) throws IOException {
        proveConsistency(treeOf(MOST), 1 + below % to, to);
    }

    @Test
    void proofsCrossThreeLevelsOfTiles() throws IOException {
        MerkleTree tree = treeOf(70_000);
        assertThat(tree.root()).isEqualTo(NAIVE.root(70_000));
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999}) {
            proveInclusion(tree, index, 70_000);
            assertThat(tree.leafHash(index)).isEqualTo(LEAVES.get(index));
        }
        for (int from : new int[] {1, 256, 65_535, 65_536, 65_537, 69_888, 70_000}) {
            proveConsistency(tree, from, 70_000);
        }
        tree.check();
    }

    @Test
    void reopenedTreeGoesOnAtTheLastFullTile() throws IOException {
        for (int size : new int[] {0, 1, 255, 256, 257, 1_000, 65_535, 65_536, 70_000}) {
            MemoryTiles tiles = new MemoryTiles();
            appendUpTo(MerkleTree.empty(tiles), size);
            MerkleTree reopened = MerkleTree.open(tiles);
            assertThat(reopened.size()).isEqualTo(size - size % 256);
            appendUpTo(reopened, size);
            assertThat(reopened.root()).as("root of size %d", size).isEqualTo(NAIVE.root(size));
            reopened.check();
        }
    }

    @Test
    void tilesOfHigherLevelsComeBackFromThoseBelow() throws IOException {
        MemoryTiles tiles = new MemoryTiles();
        appendUpTo(MerkleTree.empty(tiles), 70_000);
        MemoryTiles lowest = new MemoryTiles();
        for (int index = 0; index < tiles.count(0); index++) {
            lowest.put(0, index, required(tiles, 0, index));
        }
        MerkleTree reopened = MerkleTree.open(lowest);
        assertThat(required(lowest, 1, 0)).isEqualTo(required(tiles, 1, 0));
        appendUpTo(reopened, 70_000);
        assertThat(reopened.root()).isEqualTo(NAIVE.root(70_000));
    }

    @RepeatedTest(20)
    void proofsAreRightWhileTheTreeGrows() throws Exception {
        MerkleTree tree = treeOf(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Callable<Void>> work = List.of(
                    () -> {
                        appendUpTo(tree, 70_000);
                        return null;
                    },
                    () -> proveWhileGrowing(tree, 1),
                    () -> proveWhileGrowing(tree, 2));
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(tree.root()).isEqualTo(NAIVE.root(70_000));
    }

    private static Void proveWhileGrowing(MerkleTree tree, int seed) throws IOException {
        Random random = new Random(seed);
        Checkpoint before = tree.checkpoint("log");
        while (before.size() < 70_000) {
            Checkpoint now = tree.checkpoint("log");
            int index = random.nextInt((int) now.size());
            List<byte[]> inclusion = tree.inclusionProof(index, now.size());
            Proofs.checkInclusion(LEAVES.get(index), index, now.size(), inclusion, now.root());
            List<byte[]> growth = tree.consistencyProof(before.size(), now.size());
            Proofs.checkConsistency(before.size(), before.root(), now.size(), now.root(), growth);
            before = now;
        }
        return null;
    }

    @Test
    void damagedTileIsNamedAndGivesNoProof() throws IOException {
        MemoryTiles tiles = new MemoryTiles();
        MerkleTree tree = MerkleTree.empty(tiles);
        appendUpTo(tree, 1_000);
        byte[] flipped = required(tiles, 0, 2).clone();
        flipped[77] ^= 1;
        tiles.put(0, 2, flipped);
        assertThatThrownBy(() -> tree.inclusionProof(600, 1_000))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("tile/0/002 is damaged");
        assertThatThrownBy(tree::check).isInstanceOf(EvidenceException.class).hasMessageContaining("tile/0/002");
        assertThat(MerkleTree.open(tiles).size()).isEqualTo(768);
    }

    @Test
    void missingTileIsNamed() throws IOException {
        MemoryTiles some = new MemoryTiles();
        MerkleTree tree = MerkleTree.empty(new ForgettingTiles(some, 1));
        appendUpTo(tree, 1_000);
        assertThatThrownBy(() -> tree.rootAt(300))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("tile/0/001 is missing");
        assertThat(some.count(0)).isEqualTo(1);
    }

    @Test
    void questionsBeyondTheTreeAreRefused() {
        MerkleTree tree = treeOf(10);
        assertThatThrownBy(() -> tree.rootAt(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(10, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(9, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.append(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static void proveInclusion(MerkleTree tree, int index, int size) throws IOException {
        List<byte[]> proof = tree.inclusionProof(index, size);
        assertThat(proof).as("leaf %d of %d", index, size).containsExactlyElementsOf(NAIVE.inclusion(index, size));
        Proofs.checkInclusion(LEAVES.get(index), index, size, proof, NAIVE.root(size));
    }

    private static void proveConsistency(MerkleTree tree, int from, int to) throws IOException {
        List<byte[]> proof = tree.consistencyProof(from, to);
        assertThat(proof).as("%d in %d", from, to).containsExactlyElementsOf(NAIVE.consistency(from, to));
        Proofs.checkConsistency(from, NAIVE.root(from), to, NAIVE.root(to), proof);
    }

    private static MerkleTree treeOf(int size) {
        MerkleTree tree = MerkleTree.empty(new MemoryTiles());
        appendUpTo(tree, size);
        return tree;
    }

    private static void appendUpTo(MerkleTree tree, int size) {
        for (int index = (int) tree.size(); index < size; index++) {
            tree.append(LEAVES.get(index));
        }
    }

    private static byte[] required(TileStore tiles, int level, long index) throws IOException {
        byte[] tile = tiles.get(level, index);
        if (tile == null) {
            throw new AssertionError("no tile " + TileStore.path(level, index));
        }
        return tile;
    }

    /** Loses one level-0 tile. */
    private record ForgettingTiles(MemoryTiles tiles, long forgotten) implements TileStore {
        @Override
        public void put(int level, long index, byte[] hashes) {
            if (level != 0 || index != forgotten) {
                tiles.put(level, index, hashes);
            }
        }

        @Override
        public byte @Nullable [] get(int level, long index) {
            return tiles.get(level, index);
        }

        @Override
        public long count(int level) {
            return tiles.count(level);
        }

        @Override
        public void sync() {
            tiles.sync();
        }
    }
}
