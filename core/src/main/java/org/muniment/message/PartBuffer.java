package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.io.BufferedLineReaderInputStream;

/**
 * The buffer under one entity: its header is read from it by lines, its body in bulk or cut at boundaries by mime4j's
 * {@code MimeBoundaryInputStream}.
 *
 * <p>mime4j takes a delimiter for found when it stands at the start of what is buffered, even in the middle of a line,
 * or when the buffer ends right behind it, even if it is only the beginning of a longer boundary. What a mail looks
 * like would then depend on where a read happened to end, and two copies would have two fingerprints. This buffer
 * looks only for whole delimiters at the start of lines (RFC 2046, section 5.1.1). Not thread-safe.
 */
final class PartBuffer extends BufferedLineReaderInputStream {
    private static final int SIZE = 8 * 1024;

    /** The octet before the first one that is buffered; a body begins at the start of a line. */
    private byte before = '\n';

    private boolean ended;

    PartBuffer(InputStream in, int maxLine) {
        super(in, SIZE, maxLine);
    }

    @Override
    public int fillBuffer() throws IOException {
        if (pos() > 0) {
            before = buf()[pos() - 1];
        }
        int read = super.fillBuffer();
        ended |= read == -1;
        return read;
    }

    @Override
    public int indexOf(byte[] delimiter, int off, int len) {
        int from = off;
        int to = off + len;
        while (true) {
            int found = super.indexOf(delimiter, from, to - from);
            if (found == -1 || (startsLine(found) && endsDelimiter(found + delimiter.length, to))) {
                return found;
            }
            from = found + 1;
        }
    }

    private boolean startsLine(int at) {
        return at > 0 ? buf()[at - 1] == '\n' : before == '\n';
    }

    /** While octets are missing that decide, the answer is no; mime4j keeps these octets and asks again. */
    private boolean endsDelimiter(int at, int to) {
        if (at >= to) {
            return ended;
        }
        return switch (buf()[at]) {
            case ' ', '\t', '\r', '\n' -> true;
            case '-' -> at + 1 < to && buf()[at + 1] == '-';
            default -> false;
        };
    }

    /**
     * Whether nothing is left. A single line end counts as nothing: mime4j leaves it standing behind a delimiter that
     * ends the mail if it is LF, and consumes it if it is CRLF.
     */
    boolean atEnd() throws IOException {
        while (length() < 3 && fillBuffer() > 0) {
            // Three octets tell whether more than a line end is left.
        }
        byte first = length() > 0 ? buf()[pos()] : 0;
        boolean one = length() == 1 && (first == '\n' || first == '\r');
        boolean two = length() == 2 && first == '\r' && buf()[pos() + 1] == '\n';
        if (one || two) {
            skip(length());
        }
        return length() == 0;
    }
}
