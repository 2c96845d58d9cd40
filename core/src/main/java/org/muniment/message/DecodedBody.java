package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The content of a body part without its content-transfer-encoding (RFC 2045, section 6), read in blocks.
 *
 * <p>Decoding never fails. What the encoding does not allow is passed over or taken literally, and each such octet goes
 * with its position into the {@link #residue}, so that the content and the residue together tell any two broken bodies
 * apart. Not thread-safe; bounded memory.
 */
abstract sealed class DecodedBody extends InputStream permits Base64Body, QuotedPrintableBody {
    static final int BLOCK = 6 * 1024;

    final byte[] decoded = new byte[BLOCK];
    private final InputStream in;
    private final byte[] encoded = new byte[BLOCK];
    private int position;
    private int limit;
    private boolean ended;
    private @Nullable MessageDigest residue;

    DecodedBody(InputStream in) {
        this.in = in;
    }

    /** Decodes the octets and returns how many are now in {@link #decoded}, never more than came in plus three. */
    abstract int decode(byte[] encoded, int length);

    /** Decodes what is left at the end; as {@link #decode}. */
    abstract int finish();

    /** Notes an octet that the encoding does not allow. */
    final void broken(long at, int octet) {
        if (residue == null) {
            residue = Sha256.begin();
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            residue.update((byte) (at >>> shift));
        }
        residue.update((byte) octet);
    }

    /** A digest of everything that was not as the encoding wants it, or {@code null}; ask once, at the end. */
    final byte @Nullable [] residue() {
        return residue == null ? null : residue.digest();
    }

    @Override
    public int read(byte[] target, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        while (position == limit) {
            if (!fill()) {
                return -1;
            }
        }
        int chunk = Math.min(len, limit - position);
        System.arraycopy(decoded, position, target, off, chunk);
        position += chunk;
        return chunk;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int read = in.read(encoded, 0, BLOCK - 4);
        ended = read == -1;
        position = 0;
        limit = ended ? finish() : decode(encoded, read);
        return true;
    }
}
