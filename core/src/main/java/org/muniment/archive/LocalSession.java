package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Expanding.Expanded;
import org.muniment.index.Expansion;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.Page;
import org.muniment.index.SearchIndex.Search;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.query.Query;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.message.RawMessage;
import org.muniment.store.RecordId;
import org.muniment.store.StoredRecord;

/** The guarded door of a {@link LocalArchive}: scope first, log entry second, mail third. */
final class LocalSession implements ArchiveSession {
    private static final String SEARCH = "search.run";

    /** Of a file name, what the log keeps. */
    private static final int LONGEST_NAME = 500;

    private final Reading reading;
    private final Actor actor;
    private final Scope scope;
    private volatile @Nullable String newest;

    LocalSession(Reading reading, Actor actor, Scope scope) {
        this.reading = reading;
        this.actor = actor;
        this.scope = scope;
    }

    private boolean seesNothing() {
        return scope instanceof Scope.Nothing;
    }

    @Override
    public SearchRun search(String query, TimeRange range, int limit) throws QuerySyntaxException, IOException {
        Query parsed = Query.parse(query);
        Expanded expanded =
                reading.expanding().expand(parsed, query, reading.log().now());
        Map<String, Long> upTo = reading.positions();
        Page page = find(new Search(parsed, range, null, upTo, expanded.expansion()), limit, null);
        Map<String, String> detail = describe(parsed.text(), range, upTo);
        expanded.describe(detail);
        detail.put("total", Long.toString(page.total()));
        LogEntry entry = log(SEARCH, detail); // durable before anything found is handed out
        return run(entry.id(), parsed.text(), range, entry.time(), upTo, page);
    }

    private Page find(Search search, int limit, @Nullable String cursor) throws IOException {
        if (seesNothing()) {
            return new Page(List.of(), 0, null);
        }
        if (limit == 0 && cursor == null) {
            return new Page(List.of(), reading.index().count(search), null);
        }
        return reading.index().find(search, limit, cursor);
    }

    private SearchRun run(String id, String query, TimeRange range, Instant asOf, Map<String, Long> upTo, Page page) {
        long position = upTo.getOrDefault(reading.store().writer(), 0L);
        return new SearchRun(id, query, range, asOf, position, page.total(), page.hits(), page.next());
    }

    private static Map<String, String> describe(String query, TimeRange range, Map<String, Long> upTo) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("query", query);
        detail.put("by", range.by().name());
        putIfKnown(detail, "from", range.from());
        putIfKnown(detail, "to", range.to());
        upTo.forEach((writer, number) -> detail.put("position." + writer, number.toString()));
        return detail;
    }

    private static void putIfKnown(Map<String, String> detail, String name, @Nullable Instant time) {
        if (time != null) {
            detail.put(name, time.toString());
        }
    }

    @Override
    public SearchRun page(String runId, int limit, @Nullable String cursor)
            throws MessageNotFoundException, IOException {
        LogEntry made = ownRun(runId);
        Search search = searchOf(made);
        Page page = find(search, limit, cursor);
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("search", runId);
        detail.put("shown", Integer.toString(page.hits().size()));
        LogEntry entry = log("search.page", detail);
        return run(entry.id(), search.query().text(), search.range(), made.time(), search.upTo(), page);
    }

    /** The search that a run made, to be made again as of then. */
    private Search searchOf(LogEntry made) throws IOException {
        Query query = parseAgain(made.detail().getOrDefault("query", ""));
        Expansion expansion = reading.expanding().again(query, made.id(), made.detail());
        return new Search(query, range(made.detail()), null, positions(made.detail()), expansion);
    }

    private LogEntry ownRun(String runId) throws MessageNotFoundException, IOException {
        try {
            return reading.log()
                    .read(RecordId.parse(runId))
                    .filter(entry ->
                            entry.type().equals(SEARCH) && entry.actor().name().equals(actor.name()))
                    .orElseThrow(() -> new MessageNotFoundException(runId));
        } catch (IllegalArgumentException e) {
            throw new MessageNotFoundException(runId);
        }
    }

    private static Query parseAgain(String canonical) throws IOException {
        try {
            return Query.parse(canonical);
        } catch (QuerySyntaxException e) {
            throw new IOException("The query of this search is not understood any more: " + e.getMessage(), e);
        }
    }

    private static TimeRange range(Map<String, String> detail) {
        return new TimeRange(
                time(detail.get("from")),
                time(detail.get("to")),
                DateField.valueOf(detail.getOrDefault("by", DateField.SENT.name())));
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Map<String, Long> positions(Map<String, String> detail) {
        Map<String, Long> positions = new TreeMap<>();
        detail.forEach((name, value) -> {
            if (name.startsWith("position.")) {
                positions.put(name.substring("position.".length()), Long.parseLong(value));
            }
        });
        return positions;
    }

    @Override
    public List<Snippet> snippets(String runId, List<String> ids) throws MessageNotFoundException, IOException {
        if (ids.size() > MOST_SNIPPETS) {
            throw new IllegalArgumentException("at most " + MOST_SNIPPETS + " messages, not " + ids.size());
        }
        Search search = searchOf(ownRun(runId));
        List<String> seen = new ArrayList<>();
        for (String id : ids) {
            if (couldSee(search, id)) {
                seen.add(id);
            }
        }
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("search", runId);
        detail.put("messages", String.join(" ", seen));
        log("search.snippets", detail);
        return reading.snippets(seen, search.query());
    }

    /** What came after a run was made does not exist for it. */
    private boolean couldSee(Search search, String id) throws IOException {
        try {
            RecordId record = visible(id).id();
            return record.number() <= search.upTo().getOrDefault(record.writer(), 0L);
        } catch (MessageNotFoundException e) {
            return false;
        }
    }

    @Override
    public MessageView message(String id) throws MessageNotFoundException, IOException {
        StoredRecord record = visible(id);
        note("message.view", id);
        return reading.viewWithHeads(record);
    }

    @Override
    public RawMessage raw(String id) throws MessageNotFoundException, IOException {
        StoredRecord record = visible(id);
        note("message.raw", id);
        return new StoredMessage(record.content());
    }

    @Override
    public String headers(String id) throws MessageNotFoundException, IOException {
        StoredRecord record = visible(id);
        note("message.headers", id);
        return reading.headers(record);
    }

    @Override
    public MessageContent content(String id) throws MessageNotFoundException, IOException {
        StoredRecord record = visible(id);
        note("message.render", id);
        return reading.content(record);
    }

    @Override
    public AttachedFile attachment(String id, int number) throws MessageNotFoundException, IOException {
        StoredRecord record = visible(id);
        AttachedFile file = reading.attachment(record, number).orElseThrow(() -> new MessageNotFoundException(id));
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("message", id);
        detail.put("number", Integer.toString(number));
        String name = file.filename();
        if (name != null) {
            detail.put("name", name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        }
        log("message.attachment", detail);
        return file;
    }

    @Override
    public MessageEvidence evidence(String id) throws MessageNotFoundException, IOException {
        StoredRecord record = visible(id);
        note("message.evidence", id);
        return reading.evidence(record);
    }

    @Override
    public RawMessage sighting(String messageId, String sightingId) throws MessageNotFoundException, IOException {
        StoredRecord message = visible(messageId);
        StoredRecord record = reading.sighting(message.id().toString(), sightingId);
        note("message.raw", sightingId);
        return new StoredMessage(record.content());
    }

    /** The record of a message that this scope sees; others do not exist for it. */
    private StoredRecord visible(String id) throws MessageNotFoundException, IOException {
        if (seesNothing()) {
            throw new MessageNotFoundException(id);
        }
        return reading.message(id);
    }

    private void note(String type, String id) throws IOException {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("message", id);
        log(type, detail);
    }

    private LogEntry log(String type, Map<String, String> detail) throws IOException {
        LogEntry entry = reading.log().write(actor, type, detail);
        newest = entry.id();
        return entry;
    }

    @Override
    public @Nullable String newestEntry() {
        return newest;
    }

    @Override
    public Export exportSearch(String query, TimeRange range) throws QuerySyntaxException, IOException {
        Query parsed = Query.parse(query);
        Expanded expanded =
                reading.expanding().expand(parsed, query, reading.log().now());
        Map<String, String> detail = new LinkedHashMap<>();
        expanded.describe(detail);
        return export(detail, new Search(parsed, range, null, reading.positions(), expanded.expansion()));
    }

    @Override
    public Export exportRun(String runId) throws MessageNotFoundException, IOException {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("search", runId);
        return export(detail, searchOf(ownRun(runId)));
    }

    private Export export(Map<String, String> detail, Search search) throws IOException {
        long total = seesNothing() ? 0 : reading.index().count(search);
        detail.putAll(describe(search.query().text(), search.range(), search.upTo()));
        detail.put("total", Long.toString(total));
        LogEntry entry = log("export.create", detail);
        return new ZipExport(reading, entry, total, () -> new FoundMessages(reading, search, total > 0));
    }

    @Override
    public Export exportMessages(List<String> ids) throws MessageNotFoundException, IOException {
        for (String id : ids) {
            visible(id);
        }
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("total", Integer.toString(ids.size()));
        detail.put("messages", String.join(" ", ids.subList(0, Math.min(ids.size(), 1_000))));
        LogEntry entry = log("export.create", detail);
        return new ZipExport(reading, entry, ids.size(), List.copyOf(ids)::iterator);
    }
}
