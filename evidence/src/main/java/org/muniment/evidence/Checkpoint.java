package org.muniment.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The state of a tree at one size, as C2SP tlog-checkpoint writes it: which log, how many leaves, which root. It is
 * worth something once it is signed. Immutable.
 */
public final class Checkpoint {
    private final String origin;
    private final long size;
    private final byte[] root;
    private final List<String> extensions;

    /** A checkpoint without extension lines; takes over the root of 32 bytes. */
    public Checkpoint(String origin, long size, byte[] root) {
        this(origin, size, root, List.of());
    }

    private Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
        NoteVerifier.requireName(origin); // the log's key is named like its origin
        MerkleTree.requireHash(root);
        if (size < 0) {
            throw new IllegalArgumentException("no tree has " + size + " leaves");
        }
        this.origin = origin;
        this.size = size;
        this.root = root;
        this.extensions = extensions;
    }

    /**
     * Reads the text of a checkpoint, extension lines too.
     *
     * @throws EvidenceException if it is not one
     */
    public static Checkpoint parse(String text) throws EvidenceException {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int last = lines.size() - 1; // what follows the last newline
        if (last < 3 || !lines.get(last).isEmpty() || lines.subList(0, last).contains("")) {
            throw new EvidenceException("a checkpoint has an origin, a size and a root, each on a line");
        }
        if (!NoteVerifier.isName(lines.get(0))) {
            throw new EvidenceException("not the origin of a log: " + lines.get(0));
        }
        byte[] root = StrictBase64.decodeHash(lines.get(2), "the root of the checkpoint");
        return new Checkpoint(lines.get(0), parseSize(lines.get(1)), root, List.copyOf(lines.subList(3, last)));
    }

    private static long parseSize(String digits) throws EvidenceException {
        try {
            long size = Long.parseLong(digits);
            if (size >= 0 && Long.toString(size).equals(digits)) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            // answered below like a number in another form
        }
        throw new EvidenceException("not the size of a tree: " + digits);
    }

    /**
     * Reads a checkpoint out of a note that the log itself signed.
     *
     * @param log the key of the log, named like its origin
     * @throws EvidenceException if the note is not signed by it, or is the checkpoint of another log
     */
    public static Checkpoint verified(SignedNote note, NoteVerifier log) throws EvidenceException {
        note.verify(log);
        Checkpoint checkpoint = parse(note.text());
        if (!checkpoint.origin.equals(log.name())) {
            throw new EvidenceException("the checkpoint is of " + checkpoint.origin + ", not of " + log.name());
        }
        return checkpoint;
    }

    /** The name of the log. */
    public String origin() {
        return origin;
    }

    /** The leaves in the tree. */
    public long size() {
        return size;
    }

    /** The root over all leaves; the caller must not change the array. */
    public byte[] root() {
        return root;
    }

    /** The lines behind the root, which we keep and give no meaning. */
    public List<String> extensions() {
        return extensions;
    }

    /** Signs the checkpoint under the signer's name. */
    public SignedNote sign(NoteSigner signer) {
        return SignedNote.sign(text(), signer);
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n');
        text.append(StrictBase64.encode(root)).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return origin + " at size " + size + " with root " + HexFormat.of().formatHex(root);
    }
}
