package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.index.DamagedIndexException;
import org.muniment.index.MailDocument;
import org.muniment.index.Marks;
import org.muniment.index.SearchIndex;
import org.muniment.index.lucene.LuceneIndex;
import org.muniment.index.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index, opened again when it broke. A full disk or a failed write ends an index writer for good; the index itself
 * goes on from its last commit. A damaged one is thrown away, because the store can fill it again. Thread-safe; only
 * the feeder reopens.
 */
final class LiveIndex implements SearchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private final Path folder;
    private volatile SearchIndex index;

    private LiveIndex(Path folder, SearchIndex index) {
        this.folder = folder;
        this.index = index;
    }

    static LiveIndex open(Path folder) throws IOException {
        return new LiveIndex(folder, openOrEmpty(folder));
    }

    private static SearchIndex openOrEmpty(Path folder) throws IOException {
        try {
            return LuceneIndex.open(folder);
        } catch (DamagedIndexException e) {
            LOG.warn("{} It is built again now.", e.getMessage(), e);
            delete(folder);
            return LuceneIndex.open(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (NoSuchFileException e) {
            // It is gone already.
        }
    }

    /** Opens the index anew, as of its last commit, after something failed. */
    void reopen(Exception why) throws IOException {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The broken index could not be closed in order", e);
        }
        if (why instanceof DamagedIndexException) {
            delete(folder);
        }
        index = openOrEmpty(folder);
    }

    @Override
    public void add(String partition, MailDocument document) throws IOException {
        index.add(partition, document);
    }

    @Override
    public void refresh() throws IOException {
        index.refresh();
    }

    @Override
    public void commit(Map<String, Long> positions) throws IOException {
        index.commit(positions);
    }

    @Override
    public Map<String, Long> positions() {
        return index.positions();
    }

    @Override
    public long size() throws IOException {
        return index.size();
    }

    @Override
    public long count(Search search) throws IOException {
        return index.count(search);
    }

    @Override
    public Page find(Search search, int limit, @Nullable String cursor) throws IOException {
        return index.find(search, limit, cursor);
    }

    @Override
    public Marks marks(Query query) {
        return index.marks(query);
    }

    @Override
    public void addresses(String domain, Consumer<String> address) throws IOException {
        index.addresses(domain, address);
    }

    @Override
    public void addresses(String domain, long since, Consumer<String> address) throws IOException {
        index.addresses(domain, since, address);
    }

    @Override
    public void clear() throws IOException {
        index.clear();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
