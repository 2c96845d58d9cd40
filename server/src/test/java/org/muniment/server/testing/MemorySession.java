package org.muniment.server.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.AttachedFile;
import org.muniment.archive.LogEntry;
import org.muniment.archive.MessageContent;
import org.muniment.archive.MessageEvidence;
import org.muniment.archive.MessageNotFoundException;
import org.muniment.archive.MessageView;
import org.muniment.archive.Scope;
import org.muniment.archive.SearchRun;
import org.muniment.archive.Snippet;
import org.muniment.index.BadCursorException;
import org.muniment.index.Hit;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.Span;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.message.Address;
import org.muniment.message.Fingerprint;
import org.muniment.message.HeaderSection;
import org.muniment.message.MemoryMessage;
import org.muniment.message.Message;
import org.muniment.message.RawMessage;
import org.muniment.server.testing.MemoryArchive.Kept;

/** The door of {@link MemoryArchive}; a query is a piece of text, an open bracket is a syntax error. */
final class MemorySession implements ArchiveSession {
    private static final TimeRange ALL = new TimeRange(null, null, DateField.SENT);

    private final MemoryArchive archive;
    private final Actor actor;
    private final Scope scope;

    MemorySession(MemoryArchive archive, Actor actor, Scope scope) {
        this.archive = archive;
        this.actor = actor;
        this.scope = scope;
    }

    @Override
    public SearchRun search(String query, TimeRange range, int limit) throws QuerySyntaxException, IOException {
        int open = query.indexOf('(');
        if (open >= 0 && query.indexOf(')') < 0) {
            throw new QuerySyntaxException(
                    "The bracket at character " + (open + 1) + " is not closed.",
                    open + 1,
                    QuerySyntaxException.Reason.BRACKET_NOT_CLOSED,
                    List.of("("));
        }
        List<Kept> found = found(query, range);
        LogEntry entry = archive.log(actor, "search.run", Map.of("query", query));
        return run(entry.id(), query, range, found, 0, limit);
    }

    private SearchRun run(String id, String query, TimeRange range, List<Kept> found, int from, int limit) {
        int to = Math.min(found.size(), from + limit);
        List<Hit> hits =
                found.subList(from, to).stream().map(MemorySession::hit).toList();
        String next = to < found.size() && limit > 0 ? Integer.toString(to) : null;
        return new SearchRun(id, query, range, Instant.now(), 1, found.size(), hits, next);
    }

    private static Hit hit(Kept kept) {
        return new Hit(
                kept.id(),
                kept.archived(),
                kept.archived(),
                kept.bytes().length,
                header(kept, "Subject"),
                List.of(header(kept, "From")),
                List.of(header(kept, "To")),
                1,
                0);
    }

    private static String header(Kept kept, String name) {
        return kept.text()
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private List<Kept> found(String query, TimeRange range) {
        if (scope instanceof Scope.Nothing) {
            return List.of();
        }
        return archive.kept().stream()
                .filter(kept -> kept.text().contains(query))
                .filter(kept -> range.from() == null || !kept.archived().isBefore(range.from()))
                .filter(kept -> range.to() == null || !kept.archived().isAfter(range.to()))
                .toList();
    }

    @Override
    public SearchRun page(String runId, int limit, @Nullable String cursor)
            throws MessageNotFoundException, IOException {
        String query = queryOf(runId);
        archive.log(actor, "search.page", Map.of("search", runId));
        return run(runId, query, ALL, found(query, ALL), cursor == null ? 0 : place(cursor), limit);
    }

    private String queryOf(String runId) throws MessageNotFoundException {
        LogEntry entry = archive.entries().stream()
                .filter(one -> one.id().equals(runId) && one.type().equals("search.run"))
                .filter(one -> one.actor().name().equals(actor.name()))
                .findFirst()
                .orElseThrow(() -> new MessageNotFoundException(runId));
        return String.valueOf(entry.detail().get("query"));
    }

    @Override
    public List<Snippet> snippets(String runId, List<String> ids) throws MessageNotFoundException, IOException {
        String query = queryOf(runId);
        List<Snippet> snippets = new ArrayList<>();
        for (String id : ids) {
            snippets.add(snippet(kept(id, "search.snippets"), query));
        }
        return snippets;
    }

    private static Snippet snippet(Kept kept, String query) {
        String text = message(kept).text().strip();
        int at = query.isEmpty() ? -1 : text.indexOf(query);
        List<Span> spans = at < 0 ? List.of() : List.of(new Span(at, at + query.length()));
        return new Snippet(kept.id(), List.of(), at < 0 ? Snippet.Part.NONE : Snippet.Part.BODY, text, spans);
    }

    private static int place(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw new BadCursorException("The cursor cannot be read.");
        }
    }

    private Kept kept(String id, String type) throws MessageNotFoundException, IOException {
        Kept kept = scope instanceof Scope.Everything ? archive.kept(id) : null;
        if (kept == null) {
            throw new MessageNotFoundException(id);
        }
        archive.log(actor, type, Map.of("message", id));
        return kept;
    }

    @Override
    public @Nullable String newestEntry() {
        List<LogEntry> entries = archive.entries();
        return entries.isEmpty() ? null : entries.getLast().id();
    }

    @Override
    public MessageView message(String id) throws MessageNotFoundException, IOException {
        Kept kept = kept(id, "message.view");
        String sha256 = HexFormat.of().formatHex(new MemoryMessage(kept.bytes()).sha256());
        var sighting = new MessageView.Sighting(id, kept.provenance(), kept.envelope(), kept.bytes().length, sha256);
        return new MessageView(
                id,
                kept.archived(),
                kept.archived(),
                kept.bytes().length,
                sha256,
                "2031-11-22",
                message(kept),
                List.of(sighting),
                List.of());
    }

    private static Message message(Kept kept) {
        String text = kept.text();
        int body = text.indexOf("\r\n\r\n");
        List<Address> none = List.of();
        return new Message(
                HeaderSection.EMPTY,
                new Fingerprint(new byte[32]),
                null,
                null,
                null,
                header(kept, "Subject"),
                List.of(new Address(null, header(kept, "From"))),
                none,
                none,
                List.of(new Address(null, header(kept, "To"))),
                none,
                none,
                List.of(),
                List.of(),
                body < 0 ? "" : text.substring(body + 4),
                false,
                List.of());
    }

    @Override
    public RawMessage raw(String id) throws MessageNotFoundException, IOException {
        return new MemoryMessage(kept(id, "message.raw").bytes());
    }

    @Override
    public String headers(String id) throws MessageNotFoundException, IOException {
        String text = kept(id, "message.headers").text();
        int body = text.indexOf("\r\n\r\n");
        return body < 0 ? text : text.substring(0, body + 2);
    }

    @Override
    public MessageContent content(String id) throws MessageNotFoundException, IOException {
        return new MessageContent(null, message(kept(id, "message.render")).text(), false, List.of());
    }

    @Override
    public AttachedFile attachment(String id, int number) throws MessageNotFoundException {
        throw new MessageNotFoundException(id); // the mails of these tests have none
    }

    @Override
    public MessageEvidence evidence(String id) throws MessageNotFoundException, IOException {
        Kept kept = kept(id, "message.evidence");
        String sha256 = HexFormat.of().formatHex(new MemoryMessage(kept.bytes()).sha256());
        return new MessageEvidence(id, sha256, 0, "", 0, "", List.of(), "", false);
    }

    @Override
    public RawMessage sighting(String messageId, String sightingId) throws MessageNotFoundException, IOException {
        if (!messageId.equals(sightingId)) {
            throw new MessageNotFoundException(sightingId);
        }
        return raw(messageId);
    }

    @Override
    public Export exportSearch(String query, TimeRange range) throws IOException {
        return export(found(query, range));
    }

    @Override
    public Export exportRun(String runId) throws MessageNotFoundException, IOException {
        return export(found(queryOf(runId), ALL));
    }

    @Override
    public Export exportMessages(List<String> ids) throws MessageNotFoundException, IOException {
        List<Kept> chosen = new ArrayList<>();
        for (String id : ids) {
            Kept kept = archive.kept(id);
            if (kept == null) {
                throw new MessageNotFoundException(id);
            }
            chosen.add(kept);
        }
        return export(chosen);
    }

    private Export export(List<Kept> chosen) throws IOException {
        LogEntry entry = archive.log(actor, "export.create", Map.of("size", Integer.toString(chosen.size())));
        return new Export() {
            @Override
            public String id() {
                return entry.id();
            }

            @Override
            public long size() {
                return chosen.size();
            }

            @Override
            public void writeZip(OutputStream out, @Nullable Progress progress) throws IOException {
                var zip = new ZipOutputStream(out);
                for (Kept kept : chosen) {
                    zip.putNextEntry(new ZipEntry("messages/" + kept.id() + ".eml"));
                    zip.write(kept.bytes());
                    zip.closeEntry();
                }
                zip.finish();
            }
        };
    }
}
