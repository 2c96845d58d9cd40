package org.muniment.store;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The part of a record that is compressed and encrypted, before and after: salt, meta and what the record keeps. Laid
 * out in {@code docs/formats/volume.md}, section 5.
 *
 * @param salt 32 random bytes that make the record's commitment say nothing to whoever lacks them
 * @param coding how the content is given
 * @param size bytes of the content
 * @param sha256 of the content; of nothing if there is none
 * @param base the record whose content is needed, if another's is
 * @param data what the coding needs: the bytes, the difference, the head, or id and key of a content file
 * @param from where in the base the tail begins
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one read or write inside this package; nobody compares payloads
record Payload(
        byte[] salt,
        byte[] meta,
        Coding coding,
        long size,
        byte[] sha256,
        @Nullable RecordId base,
        byte[] data,
        long from) {

    static final int SALT = 32;

    /** Wide enough for the envelope of many thousand recipients. */
    static final int MAX_META = 4 << 20;

    /** The most bytes a payload may have when unpacked; a reader refuses more. */
    static final int MAX_LENGTH = 16 << 20;

    private static final byte[] NOTHING = {};

    /** How content is given; codes are part of the format. */
    enum Coding {
        /** There is none. */
        NONE(0),
        /** The bytes follow. */
        BYTES(1),
        /** In a file of its own, whose id and key follow. */
        FILE(2),
        /** The same as another record's. */
        SAME(3),
        /** Packed with another record's content as the dictionary. */
        DIFFERENCE(4),
        /** Own first bytes, then another record's from some point on. */
        TAIL(5);

        private static final Coding[] ALL = values();
        private final int code;

        Coding(int code) {
            this.code = code;
        }

        static Coding of(int code) throws FormatTooNewException {
            if (code < 0 || code >= ALL.length) {
                throw new FormatTooNewException("content coding " + code);
            }
            return ALL[code];
        }
    }

    static Payload of(byte[] salt, byte[] meta, Coding coding, long size, byte[] sha256, byte[] data) {
        return new Payload(salt, meta, coding, size, sha256, null, data, 0);
    }

    static Payload relative(
            byte[] salt, byte[] meta, Coding coding, long size, byte[] sha256, RecordId base, byte[] data, long from) {
        return new Payload(salt, meta, coding, size, sha256, base, data, from);
    }

    byte[] encode() {
        byte[] writer = base == null ? NOTHING : base.writer().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out =
                ByteBuffer.allocate(SALT + 4 + meta.length + 1 + 8 + 32 + 1 + writer.length + 16 + data.length);
        out.put(salt).putInt(meta.length).put(meta).put((byte) coding.code);
        if (coding != Coding.NONE) {
            out.putLong(size).put(sha256);
        }
        if (base != null) {
            out.put((byte) writer.length).put(writer).putLong(base.number());
        }
        if (coding == Coding.TAIL) {
            out.putLong(from);
        }
        out.put(data);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    static Payload decode(byte[] plain) throws IOException {
        try {
            return decode(ByteBuffer.wrap(plain));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the payload is not laid out as it should be", e);
        }
    }

    private static Payload decode(ByteBuffer in) throws IOException {
        byte[] salt = take(in, SALT);
        byte[] meta = take(in, in.getInt());
        Coding coding = Coding.of(in.get());
        long size = coding == Coding.NONE ? 0 : in.getLong();
        byte[] sha256 = coding == Coding.NONE ? Digests.ofNothing() : take(in, 32);
        boolean relative = coding == Coding.SAME || coding == Coding.DIFFERENCE || coding == Coding.TAIL;
        RecordId base = relative ? reference(in) : null;
        long from = coding == Coding.TAIL ? in.getLong() : 0;
        return new Payload(salt, meta, coding, size, sha256, base, take(in, in.remaining()), from);
    }

    private static RecordId reference(ByteBuffer in) {
        String writer = new String(take(in, in.get()), StandardCharsets.US_ASCII);
        return new RecordId(writer, in.getLong());
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
