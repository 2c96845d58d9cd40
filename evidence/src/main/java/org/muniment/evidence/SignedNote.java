package org.muniment.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures under it, as C2SP signed-note defines. Being parsed says nothing about being genuine: call
 * {@link #verify} before believing the text. Immutable.
 *
 * @param text what is signed, with its last newline
 * @param signatures one at least, in the order of the note
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** The longest note that is read, in bytes. */
    public static final int MOST_BYTES = 1 << 20;

    /** The most signatures that are read. */
    public static final int MOST_SIGNATURES = 100;

    /** Refuses a text that a note cannot carry. */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty() || hasControl(text)) {
            throw new IllegalArgumentException("a note is a text that ends in a newline, and a signature");
        }
    }

    /** The text with one signature. */
    public static SignedNote sign(String text, NoteSigner signer) {
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    /** The same text with one more signature. */
    public SignedNote with(NoteSigner signer) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signer.sign(text));
        return new SignedNote(text, more);
    }

    /**
     * Reads a note.
     *
     * @throws EvidenceException if the bytes are no signed note
     */
    public static SignedNote parse(byte[] bytes) throws EvidenceException {
        String note = decode(bytes);
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || gap + 2 == note.length() || hasControl(note)) {
            throw new EvidenceException("not a signed note: it has to be text, an empty line and signature lines");
        }
        String[] lines = note.substring(gap + 2, note.length() - 1).split("\n", MOST_SIGNATURES + 1);
        if (lines.length > MOST_SIGNATURES) {
            throw new EvidenceException("the note has more than " + MOST_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>(lines.length);
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, gap + 1), signatures);
    }

    private static String decode(byte[] bytes) throws EvidenceException {
        if (bytes.length > MOST_BYTES) {
            throw new EvidenceException("the note has " + bytes.length + " bytes; the most is " + MOST_BYTES);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new EvidenceException("the note is not UTF-8");
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n');
    }

    /**
     * Returns if the key signed this text. Signatures of other keys are ignored.
     *
     * @throws EvidenceException if there is none of this key, or one that is wrong
     */
    public void verify(NoteVerifier verifier) throws EvidenceException {
        boolean signed = false;
        for (NoteSignature signature : signatures) {
            if (signature.isBy(verifier)) {
                if (!verifier.verifies(text, signature.signature())) {
                    throw new EvidenceException("the signature of " + verifier.name() + " does not fit the text");
                }
                signed = true;
            }
        }
        if (!signed) {
            throw new EvidenceException("the note is not signed by the key " + verifier);
        }
    }

    /** The note as it is stored and shown, in UTF-8. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append(signature).append('\n');
        }
        return note.toString();
    }
}
