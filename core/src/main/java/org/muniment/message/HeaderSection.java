package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one header section in their order, as they came (RFC 5322, section 2.2).
 *
 * <p>Nothing is lost: a line that is no field is an entry too, with an empty name. What lies behind a limit is not
 * kept here; {@link #complete} tells. Immutable, thread-safe.
 */
public final class HeaderSection {
    /** A section without fields. */
    public static final HeaderSection EMPTY = new HeaderSection(new byte[0], new FieldTable(0), 0, null);

    private final byte[] bytes;
    private final FieldTable table;
    private final long bodyOffset;
    private final byte @Nullable [] overflow;

    private HeaderSection(byte[] bytes, FieldTable table, long bodyOffset, byte @Nullable [] overflow) {
        this.bytes = bytes;
        this.table = table;
        this.bodyOffset = bodyOffset;
        this.overflow = overflow;
    }

    /** Reads the header section at the start of a mail; the stream may be read further than the section. */
    public static HeaderSection read(InputStream in, Limits limits) throws IOException {
        return read(new PartBuffer(in, limits.headerBytes()), limits);
    }

    /** Reads the header section and leaves the buffer at the start of the body. */
    static HeaderSection read(PartBuffer in, Limits limits) throws IOException {
        var lines = new ByteArrayBuffer(2048);
        var table = new FieldTable(limits.headerFields());
        MessageDigest overflow = null;
        long offset = 0;
        int line = 0;
        while (true) {
            int read = nextLine(in, lines);
            if (read == TOO_LONG) {
                overflow = Sha256.begin();
                offset += lines.length() - line + skipRest(in, lines, line, overflow);
                break;
            }
            offset += Math.max(0, read);
            if (read == -1 || isBlank(lines.buffer(), line, lines.length())) {
                break;
            }
            table.line(lines.buffer(), line, lines.length());
            line = lines.length();
        }
        return finish(lines, line, table, offset, overflow);
    }

    private static HeaderSection finish(
            ByteArrayBuffer lines, int end, FieldTable table, long offset, @Nullable MessageDigest skipped) {
        MessageDigest overflow = skipped;
        int kept = table.rest() < 0 ? end : table.rest();
        if (kept < end) {
            MessageDigest all = Sha256.begin();
            all.update(lines.buffer(), kept, end - kept);
            if (skipped != null) {
                all.update(skipped.digest());
            }
            overflow = all;
        }
        return new HeaderSection(lines.buffer(), table, offset, overflow == null ? null : overflow.digest());
    }

    private static final int TOO_LONG = -2;

    private static int nextLine(PartBuffer in, ByteArrayBuffer lines) throws IOException {
        try {
            return in.readLine(lines);
        } catch (MaxLineLimitException e) {
            return TOO_LONG; // the limit is on the whole section, as all its lines lie in one buffer
        }
    }

    /** Reads on to the end of a section that is too long, keeping only a digest of it. */
    private static long skipRest(PartBuffer in, ByteArrayBuffer lines, int from, MessageDigest overflow)
            throws IOException {
        overflow.update(lines.buffer(), from, lines.length() - from);
        boolean midLine = lines.byteAt(lines.length() - 1) != '\n';
        var line = new ByteArrayBuffer(1024);
        long skipped = 0;
        while (true) {
            line.clear();
            int read = nextLine(in, line);
            skipped += line.length();
            if (read == -1 || (!midLine && isBlank(line.buffer(), 0, line.length()))) {
                return skipped;
            }
            overflow.update(line.buffer(), 0, line.length());
            midLine = line.byteAt(line.length() - 1) != '\n';
        }
    }

    /** An empty line may end in CR CR LF: some programs write that throughout. */
    private static boolean isBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == '\r') {
            at++;
        }
        return at == to - 1 && bytes[at] == '\n';
    }

    /** How many fields there are. */
    public int size() {
        return table.size();
    }

    /** The name of a field as written, without white space; empty for a line that is no field. */
    public String name(int field) {
        int from = table.start(field);
        int to = table.value(field) == from ? from : FieldTable.nameEnd(bytes, from, table.end(field));
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Whether a field has this name, in any case; {@code lowerCase} is ASCII. Cheaper than {@link #name}. */
    public boolean isNamed(int field, String lowerCase) {
        int from = table.start(field);
        int colon = table.value(field) - 1; // in front of the start where there is no name
        int length = lowerCase.length();
        if (colon - from < length || FieldTable.nameEnd(bytes, from, colon) - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (FieldName.lowerCase(bytes[from + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first octet of a field, in lower case. */
    byte firstLetter(int field) {
        return FieldName.lowerCase(bytes[table.start(field)]);
    }

    /** The value of a field: unfolded, trimmed, octets beyond ASCII decoded by guess, encoded words as they are. */
    public String value(int field) {
        return HeaderText.unfolded(bytes, table.value(field), table.end(field), null);
    }

    /** The octets of a field as they came, with its line ends. */
    public byte[] raw(int field) {
        return Arrays.copyOfRange(bytes, table.start(field), table.end(field));
    }

    /** Where the body begins: octets of the section and of the empty line behind it. */
    public long bodyOffset() {
        return bodyOffset;
    }

    /** Whether all of the section is here; a longer one than the limits allow is cut between two lines. */
    public boolean complete() {
        return overflow == null;
    }

    /** A digest of what was cut, or {@code null}. */
    byte @Nullable [] overflow() {
        return overflow;
    }

    FieldName kind(int field) {
        return table.kind(field);
    }

    FieldTable table() {
        return table;
    }

    /** The buffer in which the fields lie; it may be longer than they are. */
    byte[] bytes() {
        return bytes;
    }

    /** The number of the first field of a kind, or -1. */
    int first(FieldName kind) {
        for (int i = 0; i < table.size(); i++) {
            if (table.kind(i) == kind) {
                return i;
            }
        }
        return -1;
    }
}
