package org.muniment.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.muniment.index.Hit;
import org.muniment.index.MailDocument;
import org.muniment.index.MailDocument.Mailbox;

/**
 * Writes what a result list shows of a message into a few bytes and reads it back. Long texts are cut: the original
 * has them whole. Numbers and strings are Lucene's variable-length ones. Not thread-safe; {@link #decode} is.
 */
final class HitCodec {
    /** Longest subject or mailbox, in characters. */
    static final int LONGEST = 1_000;

    /** Mailboxes kept of From, and of To and Cc together. */
    static final int MOST_MAILBOXES = 10;

    private static final int CHAR_BYTES = 3;
    private static final int LONGEST_NUMBER = 10;

    private final BytesRef out = new BytesRef(512);

    /** The bytes of a message's row; they change with the next call. */
    BytesRef encode(MailDocument document) {
        out.length = 0;
        put(document.id());
        put(LuceneDocument.millis(document.sent()));
        put(LuceneDocument.millis(document.archived()));
        put(document.size());
        put(document.attachments());
        put(document.subject());
        put(document.to().size() + document.cc().size());
        put(Math.min(MOST_MAILBOXES, document.from().size()));
        put(document.from(), MOST_MAILBOXES);
        put(Math.min(MOST_MAILBOXES, document.to().size() + document.cc().size()));
        int room = put(document.to(), MOST_MAILBOXES);
        put(document.cc(), room);
        return out;
    }

    static Hit decode(DataInput in) throws IOException {
        String id = in.readString();
        Instant sent = Instant.ofEpochMilli(in.readZLong());
        Instant archived = Instant.ofEpochMilli(in.readZLong());
        long size = in.readZLong();
        int attachments = (int) in.readZLong();
        String subject = in.readString();
        int recipients = (int) in.readZLong();
        List<String> from = strings(in);
        return new Hit(id, sent, archived, size, subject, from, strings(in), recipients, attachments);
    }

    private static List<String> strings(DataInput in) throws IOException {
        int count = (int) in.readZLong();
        List<String> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strings.add(in.readString());
        }
        return strings;
    }

    /** Writes as many as there is room for, and says how much room is left. */
    private int put(List<Mailbox> mailboxes, int room) {
        int count = Math.min(room, mailboxes.size());
        for (int i = 0; i < count; i++) {
            put(display(mailboxes.get(i)));
        }
        return room - count;
    }

    private static String display(Mailbox mailbox) {
        String name = mailbox.name();
        return name == null || name.isEmpty() ? mailbox.address() : name + " <" + mailbox.address() + ">";
    }

    private void put(String text) {
        int chars = Math.min(LONGEST, text.length());
        int most = chars * CHAR_BYTES;
        out.bytes = ArrayUtil.grow(out.bytes, out.length + LONGEST_NUMBER + most);
        int length = UnicodeUtil.calcUTF16toUTF8Length(text, 0, chars);
        vLong(length);
        out.length = UnicodeUtil.UTF16toUTF8(text, 0, chars, out.bytes, out.length);
    }

    private void put(long number) {
        out.bytes = ArrayUtil.grow(out.bytes, out.length + LONGEST_NUMBER);
        vLong((number << 1) ^ (number >> 63));
    }

    private void vLong(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.bytes[out.length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.bytes[out.length++] = (byte) rest;
    }
}
