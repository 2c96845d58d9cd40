package org.muniment.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * All partitions as they were at one moment. Counted references keep its files open: the index holds one, and every
 * search that runs on it. Thread-safe.
 */
final class View implements Closeable {
    private final List<DirectoryReader> parts;
    private final MultiReader reader;
    private final IndexSearcher searcher;
    private final List<Leaf> leaves;

    /** Takes one reference of each reader. */
    View(List<DirectoryReader> readers) throws IOException {
        parts = List.copyOf(readers);
        reader = new MultiReader(readers.toArray(IndexReader[]::new), false);
        searcher = new IndexSearcher(reader);
        // a cache would keep one bit per message and query, and every search counts everything anyway
        searcher.setQueryCache(null);
        leaves = readLeaves();
    }

    private List<Leaf> readLeaves() throws IOException {
        List<Leaf> newestFirst = new ArrayList<>();
        try {
            for (LeafReaderContext context : reader.leaves()) {
                newestFirst.add(Leaf.of(context));
            }
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
        newestFirst.sort(
                Comparator.comparingLong((Leaf leaf) -> leaf.sent().most()).reversed());
        return newestFirst;
    }

    /** Takes a reference, to be given back with {@link #close}; false if the view has ended. */
    boolean enter() {
        return reader.tryIncRef();
    }

    /** Whether it shows just these. */
    boolean isOf(List<DirectoryReader> readers) {
        return parts.equals(readers);
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** The segments, those with the newest mail first. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** How many messages there are. */
    long size() {
        return reader.numDocs();
    }

    @Override
    public void close() throws IOException {
        reader.decRef();
    }
}
