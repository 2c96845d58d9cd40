package org.muniment.index.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.muniment.index.BadCursorException;
import org.muniment.index.SearchIndex.DateField;

/**
 * The place behind the last row of a page: the row's time and number. It holds nothing open, and stays good whatever
 * is added.
 *
 * <p>As text: base64url of version (1 byte), date field (1, `S` or `A`), milliseconds (8), number (8), writer (UTF-8).
 *
 * @param millis the time by which results are ordered
 * @param number the record number, which orders rows of one time, the newest first
 * @param writer the writer, which orders rows of one time and number
 */
record Cursor(DateField by, long millis, long number, String writer) {
    private static final byte VERSION = 1;
    private static final int LONGEST = 512;
    private static final int FIXED = 18;

    String text() {
        byte[] name = writer.getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + name.length)
                .put(VERSION)
                .put(code(by))
                .putLong(millis)
                .putLong(number)
                .put(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads a cursor that was given out for results in the order of a date. */
    static Cursor parse(String text, DateField by) {
        try {
            if (text.length() > LONGEST) {
                throw new BadCursorException("The cursor is too long to be one of ours.");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != VERSION) {
                throw new BadCursorException("The cursor is of another version; start again without it.");
            }
            if (bytes.get() != code(by)) {
                throw new BadCursorException("The cursor belongs to results in another order; start again without it.");
            }
            return new Cursor(
                    by, bytes.getLong(), bytes.getLong(), UTF_8.decode(bytes).toString());
        } catch (BadCursorException e) {
            throw e;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new BadCursorException("The cursor cannot be read; use it exactly as it was given out.");
        }
    }

    private static byte code(DateField by) {
        return switch (by) {
            case SENT -> 'S';
            case ARCHIVED -> 'A';
        };
    }

    /** Whether a row stands behind this place. */
    boolean isBefore(long otherMillis, long otherNumber, String otherWriter) {
        if (otherMillis != millis) {
            return otherMillis < millis;
        }
        return otherNumber != number ? otherNumber < number : otherWriter.compareTo(writer) > 0;
    }
}
