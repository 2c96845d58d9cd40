package org.muniment.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Checks proofs from hashes alone, without any tree (RFC 9162 sections 2.1.3.2 and 2.1.4.2). A method that returns has
 * proven its statement; one that throws says what failed. Thread-safe.
 */
public final class Proofs {
    /** A tree of 2^63 leaves needs no longer proof. */
    private static final int MOST_HASHES = 64;

    private Proofs() {}

    /**
     * Shows that a leaf stands at {@code index} of the tree of {@code size} leaves with this root.
     *
     * @throws EvidenceException if the proof does not show it
     */
    public static void checkInclusion(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root)
            throws EvidenceException {
        requireHashes(leafHash, root, proof);
        if (index < 0 || index >= size) {
            throw new EvidenceException("a tree of " + size + " leaves has no leaf at index " + index);
        }
        Sha256 sha = Sha256.ofThread();
        byte[] hash = leafHash.clone();
        long node = index;
        long last = size - 1;
        for (byte[] sibling : proof) {
            if (last == 0) {
                throw new EvidenceException(wrongLength(proof, size));
            }
            if ((node & 1) == 1 || node == last) {
                sha.node(sibling, 0, hash, 0, hash, 0);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node); // levels without a sibling
                node >>>= up;
                last >>>= up;
            } else {
                sha.node(hash, 0, sibling, 0, hash, 0);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw new EvidenceException(wrongLength(proof, size));
        }
        requireEqual("the leaf at index " + index + " leads to another root than that of size " + size, root, hash);
    }

    /**
     * Shows that the tree of {@code to} leaves begins with the tree of {@code from} leaves. Every tree begins with the
     * empty one.
     *
     * @throws EvidenceException if the proof does not show it
     */
    public static void checkConsistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof)
            throws EvidenceException {
        requireHashes(fromRoot, toRoot, proof);
        if (from < 0 || from > to) {
            throw new EvidenceException("a tree of " + to + " leaves cannot have grown from one of " + from);
        }
        if (from == 0 || from == to) {
            checkTrivial(from, fromRoot, toRoot, proof);
            return;
        }
        if (proof.isEmpty()) {
            throw new EvidenceException(wrongLength(proof, to));
        }
        checkGrowth(from, fromRoot, to, toRoot, proof);
    }

    /** The text form of a proof: each hash in base64 on a line of its own, in the order of the proof. */
    public static String format(List<byte[]> proof) {
        StringBuilder lines = new StringBuilder();
        proof.forEach(hash -> lines.append(StrictBase64.encode(hash)).append('\n'));
        return lines.toString();
    }

    /**
     * Reads the text form of a proof.
     *
     * @throws EvidenceException if a line is no hash or there are more than any tree needs
     */
    public static List<byte[]> parse(String text) throws EvidenceException {
        if (text.isEmpty()) {
            return List.of();
        }
        String[] lines = text.split("\n", MOST_HASHES + 2);
        if (lines.length > MOST_HASHES + 1 || !lines[lines.length - 1].isEmpty()) {
            throw new EvidenceException("a proof has at most " + MOST_HASHES + " lines, each ended by a newline");
        }
        List<byte[]> proof = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(0, lines.length - 1)) {
            proof.add(StrictBase64.decodeHash(line, "line " + (proof.size() + 1) + " of the proof"));
        }
        return proof;
    }

    private static void checkTrivial(long from, byte[] fromRoot, byte[] toRoot, List<byte[]> proof)
            throws EvidenceException {
        if (!proof.isEmpty()) {
            throw new EvidenceException("a proof from an empty or an equal tree has no hashes, not " + proof.size());
        }
        byte[] expected = from == 0 ? Sha256.ofThread().hash(new byte[0]) : toRoot;
        requireEqual("two roots of one size (" + from + ") differ", expected, fromRoot);
    }

    private static void checkGrowth(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof)
            throws EvidenceException {
        Sha256 sha = Sha256.ofThread();
        int whole = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >>> whole;
        long last = (to - 1) >>> whole;
        boolean olderIsSubtree = node == 0; // then its root begins the proof without being repeated in it
        byte[] older = (olderIsSubtree ? fromRoot : proof.getFirst()).clone();
        byte[] newer = older.clone();
        for (byte[] hash : olderIsSubtree ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                throw new EvidenceException(wrongLength(proof, to));
            }
            if ((node & 1) == 1 || node == last) {
                sha.node(hash, 0, older, 0, older, 0);
                sha.node(hash, 0, newer, 0, newer, 0);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                sha.node(newer, 0, hash, 0, newer, 0);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw new EvidenceException(wrongLength(proof, to));
        }
        requireEqual("the proof leads to another root than that of size " + from, fromRoot, older);
        requireEqual("the proof leads to another root than that of size " + to, toRoot, newer);
    }

    private static void requireHashes(byte[] one, byte[] other, List<byte[]> proof) {
        MerkleTree.requireHash(one);
        MerkleTree.requireHash(other);
        proof.forEach(MerkleTree::requireHash);
    }

    private static void requireEqual(String statement, byte[] expected, byte[] actual) throws EvidenceException {
        if (!Arrays.equals(expected, actual)) {
            HexFormat hex = HexFormat.of();
            throw new EvidenceException(
                    statement + ": expected " + hex.formatHex(expected) + ", found " + hex.formatHex(actual));
        }
    }

    private static String wrongLength(List<byte[]> proof, long size) {
        return "the proof has " + proof.size() + " hashes, which does not fit a tree of " + size + " leaves";
    }
}
