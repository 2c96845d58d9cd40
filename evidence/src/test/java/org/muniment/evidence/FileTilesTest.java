package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTilesTest {
    private static final List<byte[]> LEAVES = NaiveTree.leaves(3_000);
    private static final NaiveTree NAIVE = new NaiveTree(LEAVES);
    private static final Path ROOT = Path.of("/store");

    @Test
    void namesAreThoseOfTlogTiles() {
        assertThat(TileStore.path(0, 0)).isEqualTo("tile/0/000");
        assertThat(TileStore.path(0, 999)).isEqualTo("tile/0/999");
        assertThat(TileStore.path(1, 1_000)).isEqualTo("tile/1/x001/000");
        assertThat(TileStore.path(0, 1_234_067)).isEqualTo("tile/0/x001/x234/067");
        assertThat(TileStore.path(0, 1_000_000)).isEqualTo("tile/0/x001/x000/000");
        assertThat(TileStore.path(63, 5, 112)).isEqualTo("tile/63/005.p/112");
        assertThatThrownBy(() -> TileStore.path(64, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TileStore.path(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TileStore.path(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void treeOnRealFilesReopensWhereItWasSynced(@TempDir Path home) throws IOException {
        FileTiles tiles = new FileTiles(Disk.real(), home);
        MerkleTree tree = MerkleTree.empty(tiles);
        appendUpTo(tree, 1_500);
        tiles.sync();
        appendUpTo(tree, 3_000);
        assertThat(home.resolve("tile/0/004")).hasSize(8192);
        assertThat(home.resolve("tile/0/005")).doesNotExist();

        FileTiles reopened = new FileTiles(Disk.real(), home);
        MerkleTree again = MerkleTree.open(reopened);
        assertThat(again.size()).isEqualTo(1_280);
        appendUpTo(again, 3_000);
        reopened.sync();
        assertThat(again.root()).isEqualTo(NAIVE.root(3_000)).isEqualTo(tree.root());
        again.check();
    }

    @Test
    void countGoesOnOverTheBordersOfFolders(@TempDir Path home) throws IOException {
        FileTiles tiles = new FileTiles(Disk.real(), home);
        for (long index = 998; index < 1_003; index++) {
            tiles.put(0, index, new byte[TileStore.BYTES]);
        }
        for (long index = 0; index < 998; index++) {
            Files.createDirectories(home.resolve("tile/0"));
            Files.createFile(home.resolve(TileStore.path(0, index)));
        }
        assertThat(tiles.count(0)).isEqualTo(1_003);
        tiles.sync();
        assertThat(new FileTiles(Disk.real(), home).count(0)).isEqualTo(1_003);
        Files.delete(home.resolve("tile/0/x001/001"));
        assertThat(new FileTiles(Disk.real(), home).count(0)).isEqualTo(1_001);
        assertThat(tiles.count(1)).isZero();
    }

    @Test
    void noTileIsLostForGoodWhereverThePowerGoesOut() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            CrashingDisk disk = new CrashingDisk();
            disk.createDirectories(ROOT);
            disk.powerOffAt(
                    random.nextInt(70), random.nextBoolean() ? CrashingDisk.Effect.DONE : CrashingDisk.Effect.NONE);
            int durableTiles = fillUntilPowerGoes(disk, random);

            CrashingDisk after = disk.afterPowerLoss(seed);
            FileTiles tiles = new FileTiles(after, ROOT);
            MerkleTree tree = MerkleTree.open(tiles);
            assertThat(tree.size()).as("seed %d", seed).isGreaterThanOrEqualTo(durableTiles * 256L);
            appendUpTo(tree, 3_000);
            tiles.sync();
            assertThat(tree.root()).as("seed %d", seed).isEqualTo(NAIVE.root(3_000));
            tree.check();
            assertThat(MerkleTree.open(new FileTiles(after.afterPowerLoss(seed), ROOT))
                            .size())
                    .isEqualTo(2_816);
        }
    }

    private static int fillUntilPowerGoes(CrashingDisk disk, Random random) {
        FileTiles tiles = new FileTiles(disk, ROOT);
        MerkleTree tree = MerkleTree.empty(tiles);
        int durable = 0;
        try {
            while (tree.size() < 3_000) {
                appendUpTo(tree, Math.min(3_000, (int) tree.size() + random.nextInt(900)));
                tiles.sync();
                durable = (int) tree.size() / 256;
            }
        } catch (IOException powerWentOut) {
            assertThat(powerWentOut).hasMessageContaining("power");
        }
        return durable;
    }

    @Test
    void failedSyncIsTriedAgain() throws IOException {
        CrashingDisk disk = new CrashingDisk();
        disk.createDirectories(ROOT);
        FileTiles tiles = new FileTiles(disk, ROOT);
        appendUpTo(MerkleTree.empty(tiles), 600);
        for (int change = 0; change < 4; change++) {
            disk.failOnce(disk.changes() + change, CrashingDisk.Effect.NONE);
            assertThatThrownBy(tiles::sync).hasMessageContaining("injected");
            assertThat(tiles.count(0)).isEqualTo(2);
        }
        tiles.sync();
        assertThat(new FileTiles(disk.afterPowerLoss(1), ROOT).count(0)).isEqualTo(2);
    }

    @Test
    void tileOfOtherLengthIsDamaged() throws IOException {
        CrashingDisk disk = new CrashingDisk();
        disk.createDirectories(ROOT.resolve("tile/0"));
        disk.writeAtomically(ROOT.resolve("tile/0/000"), new byte[8191]);
        assertThatThrownBy(() -> MerkleTree.open(new FileTiles(disk, ROOT)))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("tile/0/000 is damaged: it has 8191 bytes");
    }

    @Test
    void storedTileIsNeverReplacedByAnother() throws IOException {
        CrashingDisk disk = new CrashingDisk();
        FileTiles tiles = new FileTiles(disk, ROOT);
        tiles.put(0, 0, new byte[TileStore.BYTES]);
        tiles.sync();
        byte[] other = new byte[TileStore.BYTES];
        other[0] = 1;
        tiles.put(0, 0, other);
        assertThatThrownBy(tiles::sync)
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("already stored with other hashes");
        assertThat(disk.read(ROOT.resolve("tile/0/000"))).isEqualTo(new byte[TileStore.BYTES]);
    }

    private static void appendUpTo(MerkleTree tree, int size) {
        for (int index = (int) tree.size(); index < size; index++) {
            tree.append(LEAVES.get(index));
        }
    }
}
