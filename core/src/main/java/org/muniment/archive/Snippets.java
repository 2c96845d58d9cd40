package org.muniment.archive;

import java.io.IOException;
import org.muniment.archive.Snippet.Part;
import org.muniment.index.Marks;
import org.muniment.message.MessageReader;
import org.muniment.store.StoredRecord;

/**
 * Makes the snippets of one request. Most large mail is large by its attachments and has its text before them, so its
 * beginning is read first; the whole only if that does not show anything, as long as not very much was read so far.
 * Not thread-safe.
 */
final class Snippets {
    private static final long BEGINNING = 2 << 20;

    /** Bytes of large mail that one request reads as a whole: a second or so. */
    private static final long MOST_BYTES = 256 << 20;

    private final MessageReader reader;
    private final Marks marks;
    private long left = MOST_BYTES;

    Snippets(MessageReader reader, Marks marks) {
        this.reader = reader;
        this.marks = marks;
    }

    Snippet of(StoredRecord record) throws IOException {
        String id = record.id().toString();
        Beginning beginning = new Beginning(record.content(), BEGINNING);
        Snippet first = Excerpt.of(id, reader.read(beginning), marks);
        if (!beginning.isCut() || first.part() == Part.BODY || record.content().size() > left) {
            return first;
        }
        left -= record.content().size();
        return Excerpt.of(id, reader.read(new StoredMessage(record.content())), marks);
    }
}
