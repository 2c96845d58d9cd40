package org.muniment.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Builds the {@link Fingerprint} of a message while it is read, as {@code docs/formats/fingerprint.md} says byte by
 * byte. Everything of variable length stands behind its length or is a digest, so no two messages write the same
 * octets. Not thread-safe.
 */
final class FingerprintBuilder {
    private static final byte[] MAGIC = "muniment fingerprint 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WHOLE_MAGIC = "muniment fingerprint 1 whole\n".getBytes(StandardCharsets.US_ASCII);
    private static final FieldName[] NAMED = Arrays.stream(FieldName.values())
            .filter(name -> name.counted && name.isNamed())
            .toArray(FieldName[]::new);

    private final MessageDigest digest = Sha256.begin();
    private byte[] out = new byte[2048];
    private int length;

    /** Whose header is counted: that decides which fields do. */
    enum Scope {
        MESSAGE,
        PART,
        NESTED_MESSAGE
    }

    FingerprintBuilder() {
        bytes(MAGIC, 0, MAGIC.length);
    }

    /** The fingerprint of a message that could not be read: of all its octets. */
    static Fingerprint ofWhole(byte[] sha256) {
        MessageDigest digest = Sha256.begin();
        digest.update(WHOLE_MAGIC);
        return new Fingerprint(digest.digest(sha256));
    }

    /** Counts a header and the media type that was made of it. */
    void header(HeaderSection header, PartHeader part, Scope scope) {
        tag('H');
        boolean all = scope == Scope.NESTED_MESSAGE || (scope == Scope.MESSAGE && !hasCounted(header));
        if (all) {
            allFields(header, part);
        } else {
            countedFields(header, part, scope);
        }
        byte[] overflow = header.overflow();
        if (overflow != null) {
            tag('O');
            bytes(overflow, 0, overflow.length);
        }
        tag('T');
        block(part.type().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean hasCounted(HeaderSection header) {
        for (int i = 0; i < header.size(); i++) {
            if (header.kind(i).counted) {
                return true;
            }
        }
        return false;
    }

    private void allFields(HeaderSection header, PartHeader part) {
        for (int i = 0; i < header.size(); i++) {
            FieldName kind = header.kind(i);
            if (kind != FieldName.MBOX_SEPARATOR && (kind != FieldName.CONTENT_TRANSFER_ENCODING || isUnknown(part))) {
                field(header, i, part);
            }
        }
    }

    private void countedFields(HeaderSection header, PartHeader part, Scope scope) {
        for (FieldName name : NAMED) {
            if (scope == Scope.MESSAGE || name.countsInPart()) {
                fields(header, part, name);
            }
        }
        if (isUnknown(part)) {
            fields(header, part, FieldName.CONTENT_TRANSFER_ENCODING);
        }
        fields(header, part, FieldName.CONTENT_OTHER);
        fields(header, part, FieldName.MALFORMED);
    }

    /** An encoding that could not be undone says how the octets are to be read, so it counts. */
    private static boolean isUnknown(PartHeader part) {
        return part.encoding() == PartHeader.Encoding.UNKNOWN;
    }

    private void fields(HeaderSection header, PartHeader part, FieldName name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.kind(i) == name) {
                field(header, i, part);
            }
        }
    }

    private void field(HeaderSection header, int field, PartHeader part) {
        FieldTable table = header.table();
        byte[] bytes = header.bytes();
        int from = table.start(field);
        int nameEnd = table.value(field) == from ? from : FieldTable.nameEnd(bytes, from, table.end(field));
        int start = length;
        tag('F');
        number(nameEnd - from);
        reserve(nameEnd - from);
        for (int i = from; i < nameEnd; i++) {
            out[length++] = FieldName.lowerCase(bytes[i]);
        }
        int lengthAt = length;
        number(0);
        int valueAt = length;
        canonical(bytes, table.value(field), table.end(field));
        if (part.isMultipart() && part.boundary() != null && header.kind(field) == FieldName.CONTENT_TYPE) {
            cutLast(valueAt, part.boundary());
        }
        if (length == valueAt) {
            length = start; // a field without a value says nothing
        } else {
            setNumber(lengthAt, length - valueAt);
        }
    }

    /** Appends a value with each run of white space as one space, and none at its ends. */
    private void canonical(byte[] bytes, int from, int to) {
        reserve(to - from);
        byte[] target = out;
        int start = length;
        int end = start;
        boolean gap = false;
        for (int i = from; i < to; i++) {
            byte octet = bytes[i];
            if (octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n') {
                gap = end > start;
            } else {
                if (gap) {
                    target[end++] = ' ';
                    gap = false;
                }
                target[end++] = octet;
            }
        }
        length = end;
    }

    /** Cuts the last occurrence of a boundary out of what stands behind a position. */
    private void cutLast(int from, String boundary) {
        int size = boundary.length();
        for (int at = length - size; at >= from; at--) {
            int i = 0;
            while (i < size && (out[at + i] & 0xff) == boundary.charAt(i)) {
                i++;
            }
            if (i == size) {
                System.arraycopy(out, at + size, out, at, length - at - size);
                length -= size;
                return;
            }
        }
    }

    /** Counts the content of a body that is no multipart and no message. */
    void leaf(boolean lines, byte[] content) {
        tag(lines ? 'U' : 'X');
        bytes(content, 0, content.length);
    }

    /** Counts octets in which a body is broken. */
    void residue(byte @Nullable [] residue) {
        if (residue != null) {
            tag('R');
            bytes(residue, 0, residue.length);
        }
    }

    /** Counts text outside the parts of a multipart, {@code A} for the preamble, {@code E} for the epilogue. */
    void outside(char tag, LeafDigest content) {
        if (!content.isEmpty()) {
            tag(tag);
            byte[] digest = content.finish();
            bytes(digest, 0, digest.length);
        }
    }

    /** Counts octets that were not looked into because a limit was reached. */
    void unread(byte[] content) {
        tag('Z');
        bytes(content, 0, content.length);
    }

    /** Counts the begin or end of something: {@code M} and {@code m} a multipart, {@code P} a part, {@code N} and
     * {@code n} a nested message. */
    void tag(char tag) {
        reserve(1);
        out[length++] = (byte) tag;
    }

    private void block(byte[] bytes) {
        number(bytes.length);
        bytes(bytes, 0, bytes.length);
    }

    private void number(int value) {
        reserve(4);
        setNumber(length, value);
        length += 4;
    }

    private void setNumber(int at, int value) {
        out[at] = (byte) (value >>> 24);
        out[at + 1] = (byte) (value >>> 16);
        out[at + 2] = (byte) (value >>> 8);
        out[at + 3] = (byte) value;
    }

    private void bytes(byte[] bytes, int from, int size) {
        reserve(size);
        System.arraycopy(bytes, from, out, length, size);
        length += size;
    }

    private void reserve(int size) {
        if (out.length - length < size) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + size));
        }
    }

    /** Passes on what has been written, so that memory is bounded by one header section, not by the message. */
    void flush() {
        if (length > 0) {
            digest.update(out, 0, length);
            length = 0;
        }
    }

    Fingerprint finish() {
        flush();
        return new Fingerprint(digest.digest());
    }
}
