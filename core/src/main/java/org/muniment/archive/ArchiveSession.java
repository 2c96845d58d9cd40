package org.muniment.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.message.RawMessage;

/**
 * The one door to archived mail. Whoever comes through it has an actor and a scope, and every read is a durable entry
 * of the archive log before the first byte is handed out; when the entry cannot be written nothing is.
 *
 * <p>Every method throws {@link org.muniment.store.StoreUnavailableException} or
 * {@link org.muniment.store.StoreFullException} (both {@link IOException}) when the log entry cannot be written.
 * Thread-safe.
 */
public interface ArchiveSession {

    /** Searches and returns the first page; {@code limit} 0 gives the count alone. Logs {@code search.run}. */
    SearchRun search(String query, TimeRange range, int limit) throws QuerySyntaxException, IOException;

    /** The most messages that {@link #snippets} looks at. */
    int MOST_SNIPPETS = 100;

    /**
     * A page of a search run, as of the time it was made. Logs {@code search.page}.
     *
     * @param cursor where it begins; {@code null} for the first page
     * @throws MessageNotFoundException if there is no such run of this actor
     */
    SearchRun page(String runId, int limit, @Nullable String cursor) throws MessageNotFoundException, IOException;

    /**
     * Where the words of a search run stand in messages, in the order of the ids. Messages that the run could not see
     * are left out. Reads and takes apart each of them; of a very large one perhaps only the beginning. Logs
     * {@code search.snippets}.
     *
     * @param ids at most {@value #MOST_SNIPPETS}
     * @throws MessageNotFoundException if there is no such run of this actor
     */
    List<Snippet> snippets(String runId, List<String> ids) throws MessageNotFoundException, IOException;

    /** What is known of a message. Logs {@code message.view}. */
    MessageView message(String id) throws MessageNotFoundException, IOException;

    /** The original. The caller closes it. Logs {@code message.raw}. */
    RawMessage raw(String id) throws MessageNotFoundException, IOException;

    /** The header section as written, decoded leniently for reading. Logs {@code message.headers}. */
    String headers(String id) throws MessageNotFoundException, IOException;

    /** What the message shows: page, text, pictures. Logs {@code message.render}. */
    MessageContent content(String id) throws MessageNotFoundException, IOException;

    /**
     * One attachment, decoded. Logs {@code message.attachment}.
     *
     * @param number as {@link org.muniment.message.Attachment#number} gives it
     * @throws MessageNotFoundException if there is no such message or it has no such attachment
     */
    AttachedFile attachment(String id, int number) throws MessageNotFoundException, IOException;

    /** The proof that the message is in the archive. Logs {@code message.evidence}. */
    MessageEvidence evidence(String id) throws MessageNotFoundException, IOException;

    /** One sighting exactly as it came. The caller closes it. Logs {@code message.raw}. */
    RawMessage sighting(String messageId, String sightingId) throws MessageNotFoundException, IOException;

    /** Prepares an export of what a query finds. Logs {@code export.create} before anything is written. */
    Export exportSearch(String query, TimeRange range) throws QuerySyntaxException, IOException;

    /**
     * Prepares an export of exactly what a search run found, whatever has come since. Logs {@code export.create}.
     *
     * @throws MessageNotFoundException if there is no such run of this actor
     */
    Export exportRun(String runId) throws MessageNotFoundException, IOException;

    /** Prepares an export of these messages, in this order. Logs {@code export.create}. */
    Export exportMessages(List<String> ids) throws MessageNotFoundException, IOException;

    /** {@code <writer>-<number>} of the newest log entry that this session wrote; {@code null} if it wrote none. */
    @Nullable
    String newestEntry();

    /** An export that is ready to be written, as often as needed: each time it holds the same messages. */
    interface Export {

        /** {@code <writer>-<number>} of its log entry; shown as {@code exp_…}. */
        String id();

        /** How many messages it will hold. */
        long size();

        /**
         * Writes the zip: originals as {@code messages/<id>.eml}, {@code manifest.csv}, {@code SHA256SUMS},
         * {@code query.json} for a search; streamed in constant memory, not closing the stream.
         *
         * @param progress told the number of messages written so far, or {@code null}
         */
        void writeZip(OutputStream out, @Nullable Progress progress) throws IOException;
    }

    /** Is told how far a long piece of work has come. */
    @FunctionalInterface
    interface Progress {
        void done(long done, long total);
    }
}
