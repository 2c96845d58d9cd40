package org.muniment.server.api;

import java.util.List;
import java.util.Locale;
import org.muniment.archive.Snippet;
import org.muniment.index.Span;

/**
 * Where found words stand in a message, as the API shows it.
 *
 * @param subject pairs of from and to before, in UTF-16 units; {@code spans} too
 */
record SnippetView(String id, List<List<Integer>> subject, String part, String text, List<List<Integer>> spans) {

    static SnippetView of(Snippet snippet) {
        return new SnippetView(
                Ids.MESSAGE + snippet.id(),
                pairs(snippet.subject()),
                snippet.part().name().toLowerCase(Locale.ROOT),
                snippet.text(),
                pairs(snippet.spans()));
    }

    private static List<List<Integer>> pairs(List<Span> spans) {
        return spans.stream().map(span -> List.of(span.start(), span.end())).toList();
    }
}
