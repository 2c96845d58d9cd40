package org.muniment.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Checkpoint;
import org.muniment.evidence.CheckpointStore;
import org.muniment.evidence.Disk;
import org.muniment.evidence.EvidenceException;
import org.muniment.evidence.FileTiles;
import org.muniment.evidence.MerkleTree;
import org.muniment.evidence.NoteSigner;
import org.muniment.evidence.Proofs;
import org.muniment.evidence.SignedNote;
import org.muniment.evidence.SigningKey;

/**
 * The Merkle log over one writer's records: a leaf per record, in the order of their numbers, so that the leaf of
 * record <i>n</i> has index <i>n</i>-1.
 *
 * <p>A checkpoint is stored, tiles first, before anybody sees it. One thread extends; checkpoints may be made by
 * another.
 */
final class EvidenceLog {
    private final MerkleTree tree;
    private final FileTiles tiles;
    private final CheckpointStore checkpoints;
    private final NoteSigner signer;

    private EvidenceLog(MerkleTree tree, FileTiles tiles, CheckpointStore checkpoints, NoteSigner signer) {
        this.tree = tree;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.signer = signer;
    }

    /** Opens what is stored; the records behind {@link #size} are to be added by {@link #extend}. */
    static EvidenceLog open(Disk disk, Path folder, String origin, byte[] signingSeed) throws IOException {
        disk.createDirectories(folder);
        FileTiles tiles = new FileTiles(disk, folder);
        NoteSigner signer = new NoteSigner(origin, SigningKey.fromSeed(signingSeed));
        CheckpointStore checkpoints = CheckpointStore.open(disk, checkpoints(folder), signer.verifier());
        return new EvidenceLog(MerkleTree.open(tiles), tiles, checkpoints, signer);
    }

    long size() {
        return tree.size();
    }

    /** Where in a log's folder its checkpoints lie. */
    static Path checkpoints(Path folder) {
        return folder.resolve("checkpoints");
    }

    void extend(Frame frame) throws EvidenceException {
        if (frame.number() != tree.size() + 1) {
            throw new EvidenceException(
                    "record " + frame.number() + " cannot follow a log of " + tree.size() + " leaves");
        }
        tree.append(frame.leafHash());
    }

    /**
     * Compares the newest stored checkpoint with the tree.
     *
     * @throws EvidenceException if it was signed over something else than what lies here
     */
    void requireNoContradiction() throws IOException {
        Optional<Checkpoint> latest = latest();
        if (latest.isEmpty()) {
            return;
        }
        Checkpoint checkpoint = latest.get();
        if (checkpoint.size() > tree.size()) {
            throw new EvidenceException("A checkpoint was signed over " + checkpoint.size()
                    + " records, but the volumes hold " + tree.size() + ": record " + (tree.size() + 1)
                    + " and what followed are missing.");
        }
        if (!Arrays.equals(tree.rootAt(checkpoint.size()), checkpoint.root())) {
            throw new EvidenceException("The volumes contradict the checkpoint over " + checkpoint.size()
                    + " records: a record up to number " + checkpoint.size()
                    + " is not the one that was signed. Run verify to find which.");
        }
    }

    Optional<Checkpoint> latest() throws EvidenceException {
        Optional<SignedNote> note = checkpoints.latest();
        return note.isEmpty()
                ? Optional.empty()
                : Optional.of(Checkpoint.parse(note.get().text()));
    }

    /**
     * Proves a leaf under the newest checkpoint, and checks the proof.
     *
     * @throws EvidenceException if tree, checkpoint and leaf do not agree
     */
    Inclusion inclusion(Frame frame) throws IOException {
        long index = frame.number() - 1;
        byte[] leaf = frame.leafHash();
        SignedNote note = newestOfThisTree();
        if (note == null) {
            return new Inclusion(index, leaf, null, "", List.of(), false);
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        String text = new String(note.bytes(), StandardCharsets.UTF_8);
        if (index >= checkpoint.size()) {
            return new Inclusion(index, leaf, checkpoint, text, List.of(), false);
        }
        List<byte[]> path = tree.inclusionProof(index, checkpoint.size());
        Proofs.checkInclusion(leaf, index, checkpoint.size(), path, checkpoint.root());
        return new Inclusion(index, leaf, checkpoint, text, path, true);
    }

    /** After a restore there may be checkpoints over more than what lies here; they prove nothing about it. */
    private @Nullable SignedNote newestOfThisTree() throws IOException {
        SignedNote latest = checkpoints.latest().orElse(null);
        if (latest == null || Checkpoint.parse(latest.text()).size() <= tree.size()) {
            return latest;
        }
        for (long size : checkpoints.sizes().reversed()) {
            if (size <= tree.size()) {
                return checkpoints.at(size);
            }
        }
        return null;
    }

    /** Signs what there is, if anything is new; stored at return. */
    void checkpoint() throws IOException {
        Checkpoint next;
        synchronized (tree) { // size and root of the same moment
            next = new Checkpoint(signer.name(), tree.size(), tree.root());
        }
        Optional<Checkpoint> latest = latest();
        if (next.size() == latest.map(Checkpoint::size).orElse(0L)) {
            return;
        }
        tiles.sync(); // a stored checkpoint never speaks of leaves whose tiles could still be lost
        checkpoints.put(next.sign(signer));
    }
}
