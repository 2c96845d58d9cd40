package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Hit;
import org.muniment.index.SearchIndex.Page;
import org.muniment.index.SearchIndex.Search;

/** The ids of all messages that a search finds, page by page. Not thread-safe. */
final class FoundMessages implements Iterator<String> {
    private static final int PAGE = 500;

    private final Reading reading;
    private final Search search;
    private List<Hit> hits = List.of();
    private int next;
    private @Nullable String cursor;
    private boolean more;

    FoundMessages(Reading reading, Search search, boolean any) {
        this.reading = reading;
        this.search = search;
        this.more = any;
    }

    @Override
    public boolean hasNext() {
        while (next == hits.size() && more) {
            try {
                Page page = reading.index().find(search, PAGE, cursor);
                hits = page.hits();
                next = 0;
                cursor = page.next();
                more = cursor != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return next < hits.size();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return hits.get(next++).id();
    }
}
