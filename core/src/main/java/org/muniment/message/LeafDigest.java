package org.muniment.message;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The digest of the content of one body part: of its exact octets, or of its lines, whatever ends them and without
 * blank lines at the end. Not thread-safe.
 */
final class LeafDigest {
    private static final byte[] LINE_ENDS = new byte[256];

    static {
        Arrays.fill(LINE_ENDS, (byte) '\n');
    }

    private final MessageDigest digest = Sha256.begin();
    private final boolean lines;
    private boolean empty = true;
    private boolean afterCr;
    private long heldLineEnds;

    LeafDigest(boolean lines) {
        this.lines = lines;
    }

    /** Takes the next octets, which it may change. */
    void update(byte[] bytes, int length) {
        if (!lines) {
            empty &= length == 0;
            digest.update(bytes, 0, length);
            return;
        }
        int from = afterCr && length > 0 && bytes[0] == '\n' ? 1 : 0;
        if (length > 0) {
            afterCr = bytes[length - 1] == '\r';
        }
        int to = unify(bytes, from, length);
        int content = to;
        while (content > from && bytes[content - 1] == '\n') {
            content--;
        }
        if (content > from) {
            release();
            digest.update(bytes, from, content - from);
            empty = false;
        }
        heldLineEnds += to - content;
    }

    /** Makes every line end LF, in place, and returns the new end. */
    private static int unify(byte[] bytes, int from, int end) {
        int cr = indexOfCr(bytes, from, end);
        if (cr == end) {
            return end;
        }
        int to = cr;
        while (cr < end) {
            bytes[to++] = '\n';
            int next = cr + 1 < end && bytes[cr + 1] == '\n' ? cr + 2 : cr + 1;
            cr = indexOfCr(bytes, next, end);
            System.arraycopy(bytes, next, bytes, to, cr - next);
            to += cr - next;
        }
        return to;
    }

    private static int indexOfCr(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Line ends count only now that something follows them. */
    private void release() {
        while (heldLineEnds > 0) {
            int chunk = (int) Math.min(heldLineEnds, LINE_ENDS.length);
            digest.update(LINE_ENDS, 0, chunk);
            heldLineEnds -= chunk;
        }
    }

    /** Whether nothing has counted so far. */
    boolean isEmpty() {
        return empty;
    }

    byte[] finish() {
        return digest.digest();
    }
}
