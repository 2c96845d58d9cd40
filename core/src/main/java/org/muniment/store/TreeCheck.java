package org.muniment.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Checkpoint;
import org.muniment.evidence.CheckpointStore;
import org.muniment.evidence.EvidenceException;
import org.muniment.evidence.FileTiles;
import org.muniment.evidence.MerkleTree;
import org.muniment.evidence.NoteSigner;
import org.muniment.evidence.SigningKey;
import org.muniment.evidence.TileStore;
import org.muniment.store.Check.Failure;

/** Recomputes one writer's tree from its records and compares it with the stored tiles and every checkpoint. */
final class TreeCheck {
    private final String writer;
    private final Consumer<Failure> fail;
    private final @Nullable MerkleTree stored;
    private final MerkleTree computed = MerkleTree.empty(new NoTiles());
    private final CheckpointStore checkpoints;
    private final List<Long> sizes;
    private int nextCheckpoint;
    private boolean gap;

    TreeCheck(StoreSettings settings, String writer, String origin, Keyring keyring, Consumer<Failure> fail)
            throws IOException {
        this.writer = writer;
        this.fail = fail;
        FileTiles tiles = new FileTiles(settings.disk(), settings.evidence(writer));
        this.stored = storedTree(tiles);
        NoteSigner signer = new NoteSigner(origin, SigningKey.fromSeed(keyring.signingSeed()));
        this.checkpoints = CheckpointStore.forReading(
                settings.disk(), EvidenceLog.checkpoints(settings.evidence(writer)), signer.verifier());
        this.sizes = checkpoints.sizes();
    }

    private @Nullable MerkleTree storedTree(FileTiles tiles) throws IOException {
        try {
            MerkleTree tree = MerkleTree.open(tiles);
            tree.check();
            return tree;
        } catch (EvidenceException e) {
            fail.accept(new Failure("evidence of " + writer, null, -1, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Takes the next record's leaf; the leaves of records that could not be read come from the stored tiles. */
    void leaf(Frame frame, String file) throws IOException {
        fillTo(frame.number() - 1);
        byte[] hash = frame.leafHash();
        long index = frame.number() - 1;
        if (stored != null && index < stored.size() && !Arrays.equals(stored.leafHash(index), hash)) {
            String what = "the record is not the one whose leaf the evidence log holds in "
                    + TileStore.path(0, index / TileStore.WIDTH);
            fail.accept(new Failure(file, writer + "-" + frame.number(), -1, what));
        }
        add(hash);
    }

    private void fillTo(long size) throws IOException {
        while (!gap && computed.size() < size) {
            if (stored == null || computed.size() >= stored.size()) {
                gap = true; // the volume check has named the record; roots behind it cannot be computed
            } else {
                add(stored.leafHash(computed.size()));
            }
        }
    }

    private void add(byte[] hash) throws IOException {
        if (!gap) {
            computed.append(hash);
            compareCheckpoints();
        }
    }

    private void compareCheckpoints() throws IOException {
        for (; nextCheckpoint < sizes.size() && sizes.get(nextCheckpoint) <= computed.size(); nextCheckpoint++) {
            long size = sizes.get(nextCheckpoint);
            Checkpoint checkpoint = verified(size);
            if (checkpoint != null && !Arrays.equals(checkpoint.root(), computed.root())) {
                failCheckpoint(size, "its root is not that of the records in the volumes");
            }
        }
    }

    private @Nullable Checkpoint verified(long size) throws IOException {
        try {
            return Checkpoint.parse(checkpoints.at(size).text());
        } catch (EvidenceException e) {
            failCheckpoint(size, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /**
     * Ends the check.
     *
     * @param last the last record that the volumes hold or show to be missing
     * @return how many leaves were recomputed
     */
    long finish(long last) throws IOException {
        fillTo(last);
        String missing = writer + "-" + (last + 1);
        for (long size : sizes) {
            if (size > last && verified(size) != null) {
                String what = "it was signed over " + size + " records, but the volumes hold " + last + ": record "
                        + missing + " and what followed are missing";
                fail.accept(new Failure(name(size), missing, -1, what));
            }
        }
        if (stored != null && stored.size() > last) {
            String what =
                    "the evidence log has " + stored.size() + " leaves, but the volumes hold " + last + " records";
            fail.accept(new Failure("evidence of " + writer, missing, -1, what));
        }
        return computed.size();
    }

    private void failCheckpoint(long size, String what) {
        fail.accept(new Failure(name(size), null, -1, what));
    }

    private String name(long size) {
        return "checkpoint " + size + " of " + writer;
    }

    /** Takes tiles and keeps none: only the newest root is asked for. */
    private static final class NoTiles implements TileStore {
        @Override
        public void put(int level, long index, byte[] hashes) {
            // The stored tiles are elsewhere; these are only compared by their root.
        }

        @Override
        public byte @Nullable [] get(int level, long index) {
            return null;
        }

        @Override
        public long count(int level) {
            return 0;
        }

        @Override
        public void sync() {
            // Nothing is kept.
        }
    }
}
