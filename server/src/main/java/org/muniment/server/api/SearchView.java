package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.SearchRun;
import org.muniment.index.Hit;

/** A page of what a search found, as the API shows it. */
record SearchView(
        String id,
        String canonical,
        Total total,
        Instant asOf,
        long indexPosition,
        List<SearchNotes.Note> notes,
        List<HitView> data,
        @Nullable String nextCursor,
        String auditEntry) {

    record Total(long value, String relation) {}

    record HitView(
            String id,
            Instant sent,
            Instant archived,
            long size,
            String subject,
            List<String> from,
            List<String> to,
            int recipientCount,
            int attachments) {
        static HitView of(Hit hit) {
            return new HitView(
                    Ids.MESSAGE + hit.id(),
                    hit.sent(),
                    hit.archived(),
                    hit.size(),
                    hit.subject(),
                    hit.from(),
                    hit.to(),
                    hit.recipientCount(),
                    hit.attachments());
        }
    }

    /**
     * A page.
     *
     * @param id of the search, on later pages too; the page has a log entry of its own
     */
    static SearchView of(SearchRun page, String id, List<SearchNotes.Note> notes) {
        return new SearchView(
                id,
                page.query(),
                new Total(page.total(), "eq"),
                page.asOf(),
                page.position(),
                notes,
                page.hits().stream().map(HitView::of).toList(),
                page.next(),
                Ids.LOG + page.id());
    }
}
