package org.muniment.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.muniment.evidence.Arguments.UsageException;

/**
 * The offline verifier: checks checkpoints and proofs from files and a public key, without the archive and without a
 * network. Ends with 0 if everything asked was proven, with 6 if not, with 2 if nothing could be checked.
 */
public final class Verify {
    static final int PROVEN = 0;
    static final int NOTHING_CHECKED = 2;
    static final int NOT_PROVEN = 6;

    private static final String USAGE = """
            Usage:
              verify checkpoint FILE --key KEY
              verify inclusion --leaf-data HEX --index N --proof FILE --checkpoint FILE --key KEY
              verify consistency --from FILE --to FILE --proof FILE --key KEY
            KEY is the public key of the log: name+8 hex digits+base64. Get it from somewhere else than the files.""";

    private final PrintStream out;
    private final PrintStream err;

    Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Checks what the arguments name and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new Verify(System.out, System.err).run(Arrays.asList(arguments)));
    }

    int run(List<String> words) {
        try {
            check(new Arguments(words, Set.of("key", "leaf-data", "index", "proof", "checkpoint", "from", "to")));
            return PROVEN;
        } catch (UsageException wrong) {
            err.println(wrong.getMessage());
            err.println(USAGE);
            return NOTHING_CHECKED;
        } catch (EvidenceException failed) {
            err.println("NOT PROVEN: " + failed.getMessage());
            return NOT_PROVEN;
        } catch (IOException unreadable) {
            err.println("Nothing was checked, as a file cannot be read: " + unreadable.getMessage());
            return NOTHING_CHECKED;
        }
    }

    private void check(Arguments arguments) throws UsageException, IOException {
        String command = arguments.word("what to do: verify");
        if (!command.equals("verify")) {
            throw new UsageException("There is no command " + command + ".");
        }
        String what = arguments.word("what to verify: checkpoint, inclusion or consistency");
        switch (what) {
            case "checkpoint" -> checkpoint(arguments);
            case "inclusion" -> inclusion(arguments);
            case "consistency" -> consistency(arguments);
            default -> throw new UsageException("There is no check " + what + ".");
        }
    }

    private void checkpoint(Arguments arguments) throws UsageException, IOException {
        String file = arguments.word("the file with the checkpoint");
        NoteVerifier key = key(arguments);
        arguments.nothingLeft();
        out.println("Proven: " + key.name() + " signed " + read(file, key) + ".");
    }

    private void inclusion(Arguments arguments) throws UsageException, IOException {
        Leaf leaf = leaf(arguments.option("leaf-data"));
        long index = index(arguments.option("index"));
        String proof = arguments.option("proof");
        String file = arguments.option("checkpoint");
        NoteVerifier key = key(arguments);
        arguments.nothingLeft();
        Checkpoint checkpoint = read(file, key);
        Proofs.checkInclusion(leaf.hash(), index, checkpoint.size(), proof(proof), checkpoint.root());
        out.println("Proven: record " + leaf.number() + " (kind " + leaf.kind() + ", archived "
                + Instant.ofEpochMilli(leaf.time()) + ") is leaf " + index + " of " + checkpoint + ".");
    }

    private void consistency(Arguments arguments) throws UsageException, IOException {
        String from = arguments.option("from");
        String to = arguments.option("to");
        String proof = arguments.option("proof");
        NoteVerifier key = key(arguments);
        arguments.nothingLeft();
        Checkpoint older = read(from, key);
        Checkpoint newer = read(to, key);
        Proofs.checkConsistency(older.size(), older.root(), newer.size(), newer.root(), proof(proof));
        out.println("Proven: " + newer + " begins with all " + older.size() + " leaves of the older checkpoint.");
    }

    private static NoteVerifier key(Arguments arguments) throws UsageException {
        try {
            return NoteVerifier.parse(arguments.option("key"));
        } catch (EvidenceException malformed) {
            throw new UsageException("--key cannot be used: " + malformed.getMessage() + ".");
        }
    }

    private static Leaf leaf(String hex) throws UsageException, EvidenceException {
        try {
            return Leaf.parse(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("--leaf-data is not hex: " + malformed.getMessage() + ".");
        }
    }

    private static long index(String digits) throws UsageException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException malformed) {
            throw new UsageException("--index is a number from 0 on, not " + digits + ".");
        }
    }

    private static Checkpoint read(String file, NoteVerifier key) throws UsageException, IOException {
        byte[] bytes = bytes(file);
        try {
            return Checkpoint.verified(SignedNote.parse(bytes), key);
        } catch (EvidenceException failed) {
            throw new EvidenceException(file + ": " + failed.getMessage());
        }
    }

    private static List<byte[]> proof(String file) throws UsageException, IOException {
        byte[] bytes = bytes(file);
        try {
            return Proofs.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (EvidenceException failed) {
            throw new EvidenceException(file + ": " + failed.getMessage());
        }
    }

    /** One byte more than a note may have is enough to refuse the file, however large it is. */
    private static byte[] bytes(String file) throws UsageException, IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(SignedNote.MOST_BYTES + 1);
        } catch (NoSuchFileException none) {
            throw new UsageException("There is no file " + file + ".");
        } catch (InvalidPathException malformed) {
            throw new UsageException("Not the name of a file: " + file + ".");
        }
    }
}
