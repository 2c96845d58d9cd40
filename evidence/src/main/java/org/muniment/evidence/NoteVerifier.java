package org.muniment.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key with the name of its owner, as somebody who checks notes is given it. Its text form, {@link #toString},
 * is the one customary for signed notes: name, key id and key, joined by plus signs. Immutable.
 */
public final class NoteVerifier {
    private static final byte ED25519_NOTE = 0x01; // C2SP signed-note, signature types

    private final String name;
    private final byte[] publicKey;
    private final int keyId;

    /** Takes over a raw Ed25519 public key of 32 bytes. */
    public NoteVerifier(String name, byte[] publicKey) {
        requireName(name);
        if (publicKey.length != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        this.name = name;
        this.publicKey = publicKey;
        this.keyId = keyId(name, publicKey);
    }

    /**
     * Reads the text form {@code name+hex key id+base64 of 0x01 and key}.
     *
     * @throws EvidenceException if it is not of that form, or the key id is not that of the key
     */
    public static NoteVerifier parse(String text) throws EvidenceException {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) {
            throw new EvidenceException("a key is written name+8 hex digits+base64, not: " + text);
        }
        byte[] key = StrictBase64.decode(parts[2], "the key of " + parts[0]);
        if (key.length != 1 + Ed25519.KEY_BYTES || key[0] != ED25519_NOTE) {
            throw new EvidenceException("the key of " + parts[0] + " is not an Ed25519 key for notes");
        }
        byte[] raw = Arrays.copyOfRange(key, 1, key.length);
        Ed25519.decode(raw);
        NoteVerifier verifier = new NoteVerifier(parts[0], raw);
        if (!parts[1].equals(HexFormat.of().toHexDigits(verifier.keyId))) {
            throw new EvidenceException("the key of " + parts[0] + " was changed or cut: its id is "
                    + HexFormat.of().toHexDigits(verifier.keyId) + ", not " + parts[1]);
        }
        return verifier;
    }

    /** The name that must stand in a signature. */
    public String name() {
        return name;
    }

    /** The first four bytes of SHA-256(name, newline, 0x01, key). */
    int keyId() {
        return keyId;
    }

    boolean verifies(String text, byte[] signature) throws EvidenceException {
        return signature.length == Ed25519.SIGNATURE_BYTES
                && Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature);
    }

    private static int keyId(String name, byte[] publicKey) {
        byte[] digest = Sha256.ofThread()
                .hash(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', ED25519_NOTE}, publicKey);
        return ByteBuffer.wrap(digest).getInt();
    }

    static void requireName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a key name is not empty and has no space, control or plus: " + name);
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    @Override
    public String toString() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = ED25519_NOTE;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+" + StrictBase64.encode(typed);
    }
}
