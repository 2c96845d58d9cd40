package org.muniment.store.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that was read.
 *
 * @param coding the content coding
 * @param commitment as the frame holds it; it was compared with the payload's
 * @param sha256 of the content, compared with what came out
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares entries
public record Entry(
        String writer,
        long number,
        int kind,
        int dueDay,
        long time,
        int coding,
        byte[] commitment,
        byte[] meta,
        byte[] sha256,
        byte[] content) {

    /** All values of a field of the meta block, as text. */
    public List<String> texts(int tag) throws IOException {
        List<String> values = new ArrayList<>();
        ByteBuffer fields = ByteBuffer.wrap(meta);
        while (fields.hasRemaining()) {
            int name = fields.get() & 0xff;
            byte[] value = Keys.take(fields, fields.getInt());
            if (name == tag) {
                values.add(new String(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
