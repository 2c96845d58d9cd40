package org.muniment.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A key with the name that it signs notes under. Immutable. */
public record NoteSigner(String name, SigningKey key) {

    /** Refuses a name that a note cannot carry. */
    public NoteSigner {
        NoteVerifier.requireName(name);
    }

    /** What others need to check the signatures. */
    public NoteVerifier verifier() {
        return new NoteVerifier(name, key.publicKey());
    }

    NoteSignature sign(String text) {
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] withId = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(verifier().keyId())
                .put(signature)
                .array();
        return new NoteSignature(name, StrictBase64.encode(withId));
    }
}
