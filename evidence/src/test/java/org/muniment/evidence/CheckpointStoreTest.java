package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
    private static final Path DIRECTORY = Path.of("/store/checkpoints");
    private static final NoteSigner LOG = new NoteSigner("muniment/s1/w1", SigningKey.fromSeed(SignedNoteTest.seed(1)));
    private static final NaiveTree TREE = new NaiveTree(NaiveTree.leaves(20));

    private final CrashingDisk disk = new CrashingDisk();
    private final CheckpointStore store = open(disk);

    @BeforeEach
    void storeTheFirst() throws IOException {
        store.put(checkpoint(5));
    }

    @Test
    void checkpointsAreFilesNamedBySize(@TempDir Path home) throws IOException {
        CheckpointStore real = CheckpointStore.open(Disk.real(), home.resolve("checkpoints"), LOG.verifier());
        assertThat(real.latest()).isEmpty();
        real.put(checkpoint(5));
        real.put(checkpoint(12));
        assertThat(home.resolve("checkpoints/00000000000000000012.txt"))
                .hasContent(checkpoint(12).toString());
        CheckpointStore reopened = CheckpointStore.open(Disk.real(), home.resolve("checkpoints"), LOG.verifier());
        assertThat(reopened.latest()).contains(checkpoint(12));
        assertThat(reopened.sizes()).containsExactly(5L, 12L);
        assertThat(reopened.at(5)).isEqualTo(checkpoint(5));
        assertThatThrownBy(() -> reopened.at(6)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void twoTreesOfOneSizeAreNeverStored() throws IOException {
        SignedNote other = new Checkpoint(LOG.name(), 5, TREE.root(6)).sign(LOG);
        assertThatThrownBy(() -> store.put(other))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("two trees of one size are never signed");
        assertThatThrownBy(() -> open(disk).put(other)).isInstanceOf(EvidenceException.class);
        assertThat(store.at(5)).isEqualTo(checkpoint(5));
    }

    @Test
    void smallerTreeIsRefused() {
        assertThatThrownBy(() -> store.put(checkpoint(4)))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("a tree never shrinks");
    }

    @Test
    void sameCheckpointMayComeAgainWithMoreSignatures() throws IOException {
        store.put(checkpoint(5));
        SignedNote witnessed = checkpoint(5).with(new NoteSigner("witness.example", SigningKey.generate()));
        store.put(witnessed);
        assertThat(open(disk).latest()).contains(witnessed);
    }

    @Test
    void checkpointThatTheLogDidNotSignIsRefused() {
        NoteSigner stranger = new NoteSigner(LOG.name(), SigningKey.generate());
        SignedNote note = new Checkpoint(LOG.name(), 9, TREE.root(9)).sign(stranger);
        assertThatThrownBy(() -> store.put(note)).isInstanceOf(EvidenceException.class);
    }

    @Test
    void damagedLatestCheckpointIsNamedAtOpening() throws IOException {
        store.put(checkpoint(12));
        Path file = DIRECTORY.resolve("00000000000000000012.txt");
        String changed = checkpoint(12).toString().replace("\n12\n", "\n13\n");
        disk.writeAtomically(file, changed.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> CheckpointStore.open(disk, DIRECTORY, LOG.verifier()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("00000000000000000012.txt cannot be trusted")
                .hasMessageContaining("does not fit the text");
    }

    @Test
    void checkpointUnderTheNameOfAnotherSizeIsNamed() throws IOException {
        disk.writeAtomically(
                DIRECTORY.resolve("00000000000000000009.txt"), checkpoint(5).bytes());
        assertThatThrownBy(() -> CheckpointStore.open(disk, DIRECTORY, LOG.verifier()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("it holds the tree of size 5");
    }

    @Test
    void storedCheckpointSurvivesWhereverThePowerGoesOut() throws IOException {
        for (int change = 0; change < 6; change++) {
            for (CrashingDisk.Effect effect : CrashingDisk.Effect.values()) {
                for (long seed = 0; seed < 20; seed++) {
                    CrashingDisk crashing = new CrashingDisk();
                    CheckpointStore before = open(crashing);
                    before.put(checkpoint(5));
                    crashing.powerOffAt(crashing.changes() + change, effect);
                    assertThatThrownBy(() -> before.put(checkpoint(12))).isInstanceOf(IOException.class);

                    CrashingDisk power = crashing.afterPowerLoss(seed);
                    CheckpointStore after = open(power);
                    assertThat(after.latest()).isIn(Optional.of(checkpoint(5)), Optional.of(checkpoint(12)));
                    assertThat(power.list(DIRECTORY))
                            .allMatch(file -> file.toString().endsWith(".txt"));
                    after.put(checkpoint(12));
                    after.put(checkpoint(13));
                    assertThat(open(power.afterPowerLoss(seed)).latest()).contains(checkpoint(13));
                }
            }
        }
    }

    @Test
    void failedPutLeavesNoRoomForAnotherTreeOfItsSize() throws IOException {
        disk.failOnce(disk.changes() + 5, CrashingDisk.Effect.NONE); // the name is there, not yet durable
        assertThatThrownBy(() -> store.put(checkpoint(12))).hasMessageContaining("injected");
        assertThat(store.latest()).contains(checkpoint(5));
        SignedNote other = new Checkpoint(LOG.name(), 12, TREE.root(6)).sign(LOG);
        assertThatThrownBy(() -> store.put(other)).isInstanceOf(EvidenceException.class);
        store.put(checkpoint(12));
        assertThat(store.latest()).contains(checkpoint(12));
    }

    private static SignedNote checkpoint(int size) {
        return new Checkpoint(LOG.name(), size, TREE.root(size)).sign(LOG);
    }

    private static CheckpointStore open(Disk disk) {
        try {
            return CheckpointStore.open(disk, DIRECTORY, LOG.verifier());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
