package org.muniment.message;

import java.util.Arrays;

/** Where the fields of a header section lie in its bytes. Filled line by line, then only read. Not thread-safe. */
final class FieldTable {
    private final int limit;
    private int[] positions = new int[3 * 24];
    private FieldName[] kinds = new FieldName[24];
    private int size;
    private int rest = -1;

    FieldTable(int limit) {
        this.limit = limit;
    }

    /** Takes the next line, which begins a field or goes on with one (RFC 5322, section 2.2.3). */
    void line(byte[] bytes, int from, int to) {
        if (rest >= 0) {
            return;
        }
        boolean continues = size > 0 && (bytes[from] == ' ' || bytes[from] == '\t');
        if (continues) {
            positions[3 * size - 1] = to;
        } else if (size == limit) {
            rest = from;
            return;
        } else {
            begin(bytes, from, to);
        }
        if (!kinds[size - 1].counted && hasBareCr(bytes, from, to)) {
            kinds[size - 1] =
                    FieldName.MALFORMED; // else a whole mail with CR as line end could hide in one trace field
        }
    }

    private void begin(byte[] bytes, int from, int to) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            positions = Arrays.copyOf(positions, 6 * size);
        }
        int nameEnd = nameEnd(bytes, from, to);
        int colon = colon(bytes, nameEnd, to);
        boolean field = nameEnd > from && colon >= 0;
        positions[3 * size] = from;
        positions[3 * size + 1] = field ? colon + 1 : from;
        positions[3 * size + 2] = to;
        kinds[size] = field ? FieldName.of(bytes, from, nameEnd) : noField(bytes, from, to);
        size++;
    }

    /** The end of a field name that begins at {@code from} (RFC 5322, section 3.6.8). */
    static int nameEnd(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] > ' ' && bytes[end] < 127 && bytes[end] != ':') {
            end++;
        }
        return end;
    }

    /** The colon, which obsolete syntax lets stand behind white space (RFC 5322, section 4.5), or -1. */
    private static int colon(byte[] bytes, int nameEnd, int to) {
        int colon = nameEnd;
        while (colon < to && (bytes[colon] == ' ' || bytes[colon] == '\t')) {
            colon++;
        }
        return colon < to && bytes[colon] == ':' ? colon : -1;
    }

    private FieldName noField(byte[] bytes, int from, int to) {
        int at = to > from && bytes[from] == '>' ? from + 1 : from;
        boolean separator = size < 2
                && to - at >= 5
                && bytes[at] == 'F'
                && bytes[at + 1] == 'r'
                && bytes[at + 2] == 'o'
                && bytes[at + 3] == 'm'
                && bytes[at + 4] == ' ';
        return separator ? FieldName.MBOX_SEPARATOR : FieldName.MALFORMED;
    }

    private static boolean hasBareCr(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\r' && (i + 1 == to || (bytes[i + 1] != '\n' && bytes[i + 1] != '\r'))) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    /** Where the lines begin that were left out because there are too many fields, or -1. */
    int rest() {
        return rest;
    }

    FieldName kind(int field) {
        return kinds[field];
    }

    int start(int field) {
        return positions[3 * field];
    }

    /** Where the value begins: behind the colon, or at the start of a line that is no field. */
    int value(int field) {
        return positions[3 * field + 1];
    }

    int end(int field) {
        return positions[3 * field + 2];
    }
}
