package org.muniment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.Scope;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.Search;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.lucene.LuceneIndex;
import org.muniment.index.query.Query;
import org.muniment.index.query.QuerySyntaxException;

/**
 * Searches an archive that is there: counts and first pages, through the guarded door with its log entry and at the
 * index alone, everything warm; runs in a JVM of its own.
 *
 * <p>{@code SearchWorker <home> <queries>}
 */
final class SearchWorker {
    private static final TimeRange ALL = new TimeRange(null, null, DateField.SENT);
    private static final int PAGE = 50;

    private SearchWorker() {}

    /** Runs and writes figures. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        List<String> queries = Files.readAllLines(Path.of(arguments[1]));
        Figures figures = new Figures().put("queries", queries.size());
        long start = System.nanoTime();
        try (Archive archive = Home.open(home)) {
            figures.put("open_seconds", (System.nanoTime() - start) / 1e9);
            ImportWorker.awaitIndex(archive);
            ArchiveSession session = archive.session(new Actor("bench", null), new Scope.Everything());
            figures.put("messages", archive.status().indexed()).put("matching", matching(session, queries));
            figures.putAll("count_with_log_", Rounds.measure(queries, query -> session.search(query, ALL, 0)));
            figures.putAll("first_50_with_log_", Rounds.measure(queries, query -> session.search(query, ALL, PAGE)));
        }
        try (LuceneIndex index = LuceneIndex.open(Home.index(home))) {
            figures.putAll("count_in_index_", Rounds.measure(queries, query -> index.count(search(query))));
            figures.putAll(
                    "first_50_in_index_", Rounds.measure(queries, query -> index.find(search(query), PAGE, null)));
        }
        System.out.print(figures.lines());
    }

    private static Search search(String query) throws QuerySyntaxException {
        return new Search(Query.parse(query), ALL, null, Map.of());
    }

    /** How many queries find anything at all, so that a fast run that finds nothing is seen. */
    private static int matching(ArchiveSession session, List<String> queries) throws IOException, QuerySyntaxException {
        int matching = 0;
        for (String query : queries) {
            matching += session.search(query, ALL, 0).total() > 0 ? 1 : 0;
        }
        return matching;
    }
}
