package org.muniment.evidence;

import java.util.Base64;

/** Base64 of RFC 4648 section 4 that takes exactly one text for the same bytes, so that no proof has two faces. */
final class StrictBase64 {
    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Reads base64 with all its padding; {@code what} names it in the error. */
    static byte[] decode(String text, String what) throws EvidenceException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException wrong) {
            throw new EvidenceException(what + " is not base64: " + wrong.getMessage());
        }
        if (!encode(bytes).equals(text)) {
            throw new EvidenceException(what + " is not base64 in its one canonical form");
        }
        return bytes;
    }

    static byte[] decodeHash(String text, String what) throws EvidenceException {
        byte[] hash = decode(text, what);
        if (hash.length != Sha256.BYTES) {
            throw new EvidenceException(what + " has " + hash.length + " bytes, not " + Sha256.BYTES);
        }
        return hash;
    }
}
