package org.muniment.archive;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record's meta holds, as a row of tagged fields: tag (1 byte), length (4 bytes), value. Fields stand in the
 * order of their tags, so equal metas have equal bytes; readers pass over tags they do not know. The tags are listed in
 * {@code docs/formats/volume.md}, section 5.
 */
final class Meta {
    /** The tags; codes are part of the format. */
    enum Tag {
        SOURCE(1),
        RECEIVED(2),
        REVERSE_PATH(3),
        RECIPIENT(4),
        CLIENT(5),
        HELO(6),
        PROTOCOL(7),
        CONTAINER(8),
        POSITION(9),
        PATH(10),
        READ_DIGEST(11),
        FORCED(12),
        FINGERPRINT(13),
        SENT(14),
        MESSAGE(15),
        MESSAGE_ID(16),
        LABEL(17),
        RULE(20),
        SIZE(21),
        DIGEST(22),
        RULE_NUMBER(23),
        BEFORE_DELIVERY(24),
        REJECTED(25),
        FAILED(26),
        DELIVERED(27),
        WITHDRAWN(28),
        TRANSACTION(29),
        EVENT(30),
        ACTOR(31),
        ACTOR_ADDRESS(32),
        DETAIL(33);

        private final int code;

        Tag(int code) {
            this.code = code;
        }
    }

    private final List<byte[]> fields = new ArrayList<>();
    private int lastTag;

    Meta text(Tag tag, @Nullable String value) {
        return value == null ? this : bytes(tag, value.getBytes(StandardCharsets.UTF_8));
    }

    Meta number(Tag tag, long value) {
        return bytes(tag, ByteBuffer.allocate(8).putLong(value).array());
    }

    Meta bytes(Tag tag, byte @Nullable [] value) {
        if (value != null) {
            if (tag.code < lastTag) {
                throw new IllegalArgumentException(tag + " stands behind a later tag");
            }
            lastTag = tag.code;
            byte[] field = Arrays.copyOf(
                    ByteBuffer.allocate(5)
                            .put((byte) tag.code)
                            .putInt(value.length)
                            .array(),
                    5 + value.length);
            System.arraycopy(value, 0, field, 5, value.length);
            fields.add(field);
        }
        return this;
    }

    byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach(out::writeBytes);
        return out.toByteArray();
    }

    static Meta decode(byte[] encoded) {
        Meta meta = new Meta();
        ByteBuffer in = ByteBuffer.wrap(encoded);
        while (in.hasRemaining()) {
            int length = in.getInt(in.position() + 1);
            if (length < 0 || length > in.remaining() - 5) {
                throw new BufferUnderflowException();
            }
            byte[] field = new byte[5 + length];
            in.get(field);
            meta.fields.add(field);
        }
        return meta;
    }

    byte @Nullable [] bytes(Tag tag) {
        for (byte[] field : fields) {
            if (field[0] == tag.code) {
                return Arrays.copyOfRange(field, 5, field.length);
            }
        }
        return null;
    }

    @Nullable
    String text(Tag tag) {
        byte[] value = bytes(tag);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** The text of a field that every writer of this kind of record sets. */
    String required(Tag tag) {
        String value = text(tag);
        if (value == null) {
            throw new IllegalStateException("the record's meta lacks " + tag);
        }
        return value;
    }

    long number(Tag tag) {
        byte[] value = bytes(tag);
        return value == null || value.length != 8 ? 0 : ByteBuffer.wrap(value).getLong();
    }

    List<Long> numbers(Tag tag) {
        List<Long> values = new ArrayList<>();
        for (byte[] field : fields) {
            if (field[0] == tag.code && field.length == 13) {
                values.add(ByteBuffer.wrap(field).getLong(5));
            }
        }
        return values;
    }

    List<String> texts(Tag tag) {
        List<String> values = new ArrayList<>();
        for (byte[] field : fields) {
            if (field[0] == tag.code) {
                values.add(new String(field, 5, field.length - 5, StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
