package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final List<byte[]> LEAVES = NaiveTree.leaves(600);
    private static final NaiveTree TREE = new NaiveTree(LEAVES);

    @Test
    void proofOfOneLeafFitsNoOtherIndexOrSize() {
        int size = 13;
        for (int index = 0; index < size; index++) {
            List<byte[]> proof = TREE.inclusion(index, size);
            for (int other = 0; other < size; other++) {
                if (other != index) {
                    refuseInclusion(LEAVES.get(index), other, size, proof, TREE.root(size));
                    refuseInclusion(LEAVES.get(other), index, size, proof, TREE.root(size));
                }
            }
            refuseInclusion(LEAVES.get(index), index, size + 4, proof, TREE.root(size));
            refuseInclusion(LEAVES.get(index), index, index, proof, TREE.root(size));
        }
    }

    @Property(tries = 200)
    void inclusionProofWithAnyBitChangedIsRefused(
            @ForAll @IntRange(min = 2, max = 600) int size, @ForAll @IntRange(max = 599) int at, @ForAll int bit) {
        List<byte[]> proof = TREE.inclusion(at % size, size);
        refuseInclusion(LEAVES.get(at % size), at % size, size, flipped(proof, bit), TREE.root(size));
    }

    @Property(tries = 200)
    void inclusionProofTooShortOrTooLongIsRefused(
            @ForAll @IntRange(min = 2, max = 600) int size, @ForAll @IntRange(max = 599) int at) {
        List<byte[]> proof = TREE.inclusion(at % size, size);
        byte[] leaf = LEAVES.get(at % size);
        refuseInclusion(leaf, at % size, size, proof.subList(1, proof.size()), TREE.root(size));
        refuseInclusion(leaf, at % size, size, plus(proof, leaf), TREE.root(size));
    }

    @Property(tries = 200)
    void consistencyProofWithAnyChangeIsRefused(
            @ForAll @IntRange(min = 2, max = 600) int to, @ForAll @IntRange(max = 599) int below, @ForAll int bit) {
        int from = 1 + below % (to - 1);
        List<byte[]> proof = TREE.consistency(from, to);
        refuseConsistency(from, TREE.root(from), to, TREE.root(to), flipped(proof, bit));
        refuseConsistency(from, TREE.root(from), to, TREE.root(to), proof.subList(0, proof.size() - 1));
        refuseConsistency(from, TREE.root(from), to, TREE.root(to), plus(proof, LEAVES.getFirst()));
        refuseConsistency(from, TREE.root(to), to, TREE.root(to), proof);
        refuseConsistency(from, TREE.root(from), to, TREE.root(from), proof);
    }

    @Test
    void everyTreeBeginsWithTheEmptyOneAndWithItself() {
        assertThatCode(() -> Proofs.checkConsistency(0, TREE.root(0), 9, TREE.root(9), List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> Proofs.checkConsistency(9, TREE.root(9), 9, TREE.root(9), List.of()))
                .doesNotThrowAnyException();
        refuseConsistency(0, TREE.root(1), 9, TREE.root(9), List.of());
        refuseConsistency(9, TREE.root(8), 9, TREE.root(9), List.of());
        refuseConsistency(9, TREE.root(9), 9, TREE.root(9), List.of(TREE.root(9)));
        refuseConsistency(9, TREE.root(9), 8, TREE.root(8), List.of());
        refuseConsistency(8, TREE.root(8), 9, TREE.root(9), List.of());
    }

    private static void refuseInclusion(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        assertThatThrownBy(() -> Proofs.checkInclusion(leaf, index, size, proof, root))
                .isInstanceOf(EvidenceException.class);
    }

    private static void refuseConsistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        assertThatThrownBy(() -> Proofs.checkConsistency(from, fromRoot, to, toRoot, proof))
                .isInstanceOf(EvidenceException.class);
    }

    private static List<byte[]> flipped(List<byte[]> proof, int bit) {
        List<byte[]> changed = new ArrayList<>(proof);
        int at = Math.floorMod(bit, proof.size() * 256);
        byte[] hash = proof.get(at / 256).clone();
        hash[at % 256 / 8] ^= (byte) (1 << at % 8);
        changed.set(at / 256, hash);
        return changed;
    }

    private static List<byte[]> plus(List<byte[]> proof, byte[] hash) {
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(hash);
        return longer;
    }
}
