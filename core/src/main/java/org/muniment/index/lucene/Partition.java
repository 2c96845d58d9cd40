package org.muniment.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index folder of one partition, its writer while mail comes in, and the reader that searches see.
 *
 * <p>{@link Feed} sees to it that nobody opens or closes the writer while another adds or commits; everything else is
 * thread-safe. Committing does not stop searches.
 */
final class Partition implements Closeable {
    /** Key of the commit's data: the highest record number in here, by writer, is {@code highest.<writer>}. */
    private static final String HIGHEST = "highest.";

    private static final double MERGED_SEGMENT_MB = 2_048;

    private final FSDirectory directory;
    private final String name;
    private volatile @Nullable IndexWriter writer;
    private @Nullable DirectoryReader reader;
    private boolean readerFollowsWriter;
    private volatile long used;

    private Partition(String name, FSDirectory directory) {
        this.name = name;
        this.directory = directory;
    }

    static Partition at(Path parent, String name) throws IOException {
        Path folder = parent.resolve(name).resolve(LuceneIndex.FOLDER);
        Files.createDirectories(folder);
        return new Partition(name, new MMapDirectory(folder));
    }

    String name() {
        return name;
    }

    boolean isOpenForWriting() {
        return writer != null;
    }

    /** When it last got mail: the number given to {@link #use}. */
    long used() {
        return used;
    }

    void use(long now) {
        used = now;
    }

    synchronized void openForWriting(int megabytes) throws IOException {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setMaxMergedSegmentMB(MERGED_SEGMENT_MB);
        IndexWriterConfig config = new IndexWriterConfig()
                .setMergeScheduler(merges)
                .setMergePolicy(policy)
                .setCodec(new SmallRowsCodec())
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(megabytes);
        writer = new IndexWriter(directory, config);
    }

    /** Bytes of memory that new mail takes until it is written out. */
    long memory() {
        IndexWriter open = writer;
        return open == null ? 0 : open.ramBytesUsed();
    }

    /** Writes out what lies in memory; it is neither durable nor visible by that. */
    void writeOut() throws IOException {
        IndexWriter open = writer;
        if (open != null) {
            open.flushNextBuffer();
        }
    }

    void add(LuceneDocument document) throws IOException {
        open().addDocument(document);
    }

    void replace(Term id, LuceneDocument document) throws IOException {
        open().updateDocument(id, document);
    }

    void delete(Term id) throws IOException {
        open().deleteDocuments(id);
    }

    /** Makes everything added so far durable, and notes the highest numbers it may hold. */
    void commit(Map<String, Long> highest) throws IOException {
        IndexWriter open = writer;
        if (open != null && open.hasUncommittedChanges()) {
            Map<String, String> data = new HashMap<>();
            highest.forEach((name, number) -> data.put(HIGHEST + name, number.toString()));
            open.setLiveCommitData(data.entrySet());
            open.commit();
        }
    }

    /** The highest record numbers that the committed part may hold, by writer. */
    Map<String, Long> highest() throws IOException {
        Map<String, Long> highest = new HashMap<>();
        try {
            SegmentInfos.readLatestCommit(directory).getUserData().forEach((key, value) -> {
                if (key.startsWith(HIGHEST)) {
                    highest.put(key.substring(HIGHEST.length()), Long.valueOf(value));
                }
            });
        } catch (IndexNotFoundException e) {
            // nothing was ever committed here, so nothing can be there twice
        }
        return highest;
    }

    /** Ends writing; everything added stays, committed by the caller before. */
    synchronized void closeWriter() throws IOException {
        IndexWriter open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    /** Ends writing and forgets what has not been committed. */
    synchronized void rollback() throws IOException {
        IndexWriter open = writer;
        writer = null;
        if (open != null) {
            open.rollback();
        }
    }

    /** Brings what searches see up to date; {@code null} while there is nothing. */
    synchronized @Nullable DirectoryReader freshReader() throws IOException {
        IndexWriter open = writer;
        DirectoryReader fresh = open != null ? followWriter(open) : readCommit();
        if (fresh != null) {
            closeReader();
            reader = fresh;
            readerFollowsWriter = open != null;
        }
        return reader;
    }

    private @Nullable DirectoryReader followWriter(IndexWriter open) throws IOException {
        return reader == null ? DirectoryReader.open(open) : DirectoryReader.openIfChanged(reader, open);
    }

    private @Nullable DirectoryReader readCommit() throws IOException {
        if (reader != null && !readerFollowsWriter) {
            return DirectoryReader.openIfChanged(reader);
        }
        return DirectoryReader.indexExists(directory) ? DirectoryReader.open(directory) : null;
    }

    /** Whether a document with the id may be in here. */
    synchronized boolean mayHold(Term id) throws IOException {
        if (writer != null) {
            return true;
        }
        DirectoryReader known = reader == null ? freshReader() : reader;
        Terms ids = known == null ? null : MultiTerms.getTerms(known, id.field());
        return ids != null && ids.iterator().seekExact(id.bytes());
    }

    /** Deletes the files. */
    synchronized void clear() throws IOException {
        rollback();
        closeReader();
        try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            lock.ensureValid();
        }
    }

    @Override
    public void close() throws IOException {
        rollback();
        closeReader();
        directory.close();
    }

    private void closeReader() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private IndexWriter open() {
        IndexWriter open = writer;
        if (open == null) {
            throw new IllegalStateException("partition " + name + " is not open for writing");
        }
        return open;
    }
}
