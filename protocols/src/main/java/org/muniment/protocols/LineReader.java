package org.muniment.protocols;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.muniment.protocols.MalformedLineException.Flaw;

/**
 * Reads what a line protocol says: command lines, and text between them.
 *
 * <p>Holds one small array while lines are awaited and borrows a large one for text. Promises nothing about time; the
 * stream below does. Not thread-safe.
 */
final class LineReader {

    /**
     * The longest line in bytes, with its CRLF. RFC 5321, section 4.5.3.1.4 wants 512 and more for extensions.
     */
    static final int LIMIT = 4096;

    private final InputStream source;
    private final Buffers buffers;
    private final byte[] narrow = new byte[LIMIT];
    private byte @Nullable [] wide;
    private byte[] buffer = narrow;
    private int position;
    private int limit;

    LineReader(InputStream source, Buffers buffers) {
        this.source = source;
        this.buffers = buffers;
    }

    /**
     * The next line without its CRLF; {@code null} when the stream ended, and then an unfinished line is dropped.
     *
     * @throws MalformedLineException if the line is too long, ends with a bare LF, or is neither ASCII nor UTF-8
     */
    @Nullable
    String readLine() throws IOException {
        int scanned = position;
        while (true) {
            int lf = indexOfLf(scanned);
            if (lf >= 0) {
                return line(lf);
            }
            if (limit - position >= LIMIT) {
                skipLine();
                throw new MalformedLineException(Flaw.TOO_LONG);
            }
            narrow();
            scanned = limit;
            if (!fill()) {
                return null;
            }
        }
    }

    /**
     * Passes dot-stuffed text on until its end.
     *
     * @return whether the end came; {@code false} when the stream ended before
     */
    boolean readText(OutputStream sink) throws IOException {
        DotStuffing text = new DotStuffing(sink);
        widen();
        while (true) {
            position = text.take(buffer, position, limit);
            if (text.ended()) {
                return true;
            }
            position = 0;
            limit = 0;
            if (!fill()) {
                return false;
            }
        }
    }

    /** Forgets everything that was read ahead and gives back what was borrowed. The reader must not be used again. */
    void discard() {
        position = 0;
        limit = 0;
        narrow();
    }

    private int indexOfLf(int from) {
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String line(int lf) throws IOException {
        int start = position;
        position = lf + 1;
        if (position - start > LIMIT) {
            throw new MalformedLineException(Flaw.TOO_LONG);
        }
        if (lf == start || buffer[lf - 1] != '\r') {
            throw new MalformedLineException(Flaw.BARE_LF);
        }
        return decode(start, lf - 1 - start);
    }

    private String decode(int start, int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] < 0) {
                return decodeUtf8(start, length);
            }
        }
        return new String(buffer, start, length, ISO_8859_1);
    }

    private String decodeUtf8(int start, int length) throws IOException {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(buffer, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw (IOException) new MalformedLineException(Flaw.NOT_UTF8).initCause(e);
        }
    }

    private void skipLine() throws IOException {
        do {
            position = 0;
            limit = 0;
            if (!fill()) {
                return;
            }
        } while (indexOfLf(0) < 0);
        position = indexOfLf(0) + 1;
    }

    private void widen() {
        if (wide == null) {
            wide = buffers.borrow();
            moveTo(wide);
        }
    }

    /** Makes room for the rest of a line, in the small array: it is a bad time to hold a large one. */
    private void narrow() {
        moveTo(narrow);
        if (wide != null) {
            buffers.giveBack(wide);
            wide = null;
        }
    }

    private void moveTo(byte[] target) {
        System.arraycopy(buffer, position, target, 0, limit - position);
        limit -= position;
        position = 0;
        buffer = target;
    }

    private boolean fill() throws IOException {
        int count = source.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            return false;
        }
        limit += count;
        return true;
    }
}
