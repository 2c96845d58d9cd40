package org.muniment.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The worked example of {@code docs/formats/evidence.md}: a log of 300 records, of which the second is shown. */
final class Example {
    static final NoteSigner LOG =
            new NoteSigner("muniment/000102030405060708090a0b0c0d0e0f/w1x4", SigningKey.fromSeed(counting(0x80)));
    static final int SIZE = 300;
    static final int SHOWN = 1;
    private static final HexFormat HEX = HexFormat.of();
    private static final long BEGIN = 1_767_225_600_000L; // 2026-01-01T00:00Z

    private final MerkleTree tree = MerkleTree.empty(new MemoryTiles());
    private final List<Leaf> leaves = new ArrayList<>();
    private final SignedNote older;
    private final SignedNote newer;

    Example() {
        SignedNote signed = tree.checkpoint(LOG.name()).sign(LOG);
        for (int i = 0; i < SIZE; i++) {
            Leaf leaf = new Leaf(1, i + 1L, BEGIN + 1_000L * i, Commitment.of(salt(i), meta(i), original(i)));
            leaves.add(leaf);
            tree.append(leaf.hash());
            if (tree.size() == 7) {
                signed = tree.checkpoint(LOG.name()).sign(LOG);
            }
        }
        older = signed;
        newer = tree.checkpoint(LOG.name()).sign(LOG);
    }

    private static byte[] salt(int i) {
        return NaiveTree.sha256(text("salt " + i));
    }

    private static byte[] meta(int i) {
        return text("meta " + i);
    }

    private static byte[] original(int i) {
        return NaiveTree.sha256(text("mail " + i));
    }

    SignedNote older() {
        return older;
    }

    SignedNote newer() {
        return newer;
    }

    Leaf shown() {
        return leaves.get(SHOWN);
    }

    String inclusionProof() throws IOException {
        return Proofs.format(tree.inclusionProof(SHOWN, SIZE));
    }

    String consistencyProof() throws IOException {
        return Proofs.format(tree.consistencyProof(7, SIZE));
    }

    /** Everything that the document shows, as it shows it. */
    String vectors() throws IOException {
        Leaf leaf = shown();
        return "seed             " + HEX.formatHex(LOG.key().seed())
                + "\npublic key       " + HEX.formatHex(LOG.key().publicKey())
                + "\nkey text         " + LOG.verifier()
                + "\nsalt             " + HEX.formatHex(salt(SHOWN))
                + "\nmeta             " + HEX.formatHex(meta(SHOWN))
                + "\noriginal SHA-256 " + HEX.formatHex(original(SHOWN))
                + "\ncommitment       " + HEX.formatHex(Commitment.of(salt(SHOWN), meta(SHOWN), original(SHOWN)))
                + "\nleaf data        " + HEX.formatHex(leaf.data())
                + "\nleaf hash        " + HEX.formatHex(leaf.hash())
                + "\nroot of size 0   " + HEX.formatHex(tree.rootAt(0))
                + "\nroot of size 1   " + HEX.formatHex(tree.rootAt(1))
                + "\nroot of size 2   " + HEX.formatHex(tree.rootAt(2))
                + "\nroot of size 7   " + HEX.formatHex(tree.rootAt(7))
                + "\nroot of size 256 " + HEX.formatHex(tree.rootAt(256))
                + "\nroot of size 300 " + HEX.formatHex(tree.rootAt(300))
                + "\n";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] counting(int first) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }
}
