package org.muniment.evidence;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note, kept as it came, for the key may be of a type that we do not know. Immutable.
 *
 * @param name the key's name
 * @param base64 the key id (4 bytes) and the signature
 */
public record NoteSignature(String name, String base64) {
    private static final String DASH = "\u2014 ";

    static NoteSignature parse(String line) throws EvidenceException {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || !NoteVerifier.isName(line.substring(DASH.length(), space))) {
            throw new EvidenceException("a signature line is a dash (U+2014), name and base64, not: " + line);
        }
        NoteSignature signature = new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
        if (signature.bytes().length <= Integer.BYTES) {
            throw new EvidenceException("the signature of " + signature.name + " is too short");
        }
        return signature;
    }

    boolean isBy(NoteVerifier verifier) throws EvidenceException {
        return name.equals(verifier.name()) && ByteBuffer.wrap(bytes()).getInt() == verifier.keyId();
    }

    byte[] signature() throws EvidenceException {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    private byte[] bytes() throws EvidenceException {
        return StrictBase64.decode(base64, "the signature of " + name);
    }

    /** The line without its newline. */
    @Override
    public String toString() {
        return DASH + name + " " + base64;
    }
}
