package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.evidence.Checkpoint;
import org.muniment.index.SearchIndex;
import org.muniment.index.query.Query;
import org.muniment.message.AttachmentHeads;
import org.muniment.message.AttachmentReader;
import org.muniment.message.Body;
import org.muniment.message.BodyReader;
import org.muniment.message.HeaderSection;
import org.muniment.message.Limits;
import org.muniment.message.MessageReader;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.Inclusion;
import org.muniment.store.Kind;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoredRecord;

/**
 * Reads what is archived, without asking who may: only {@link LocalSession}, which does, has one. Thread-safe.
 */
record Reading(
        Store store,
        Known known,
        SearchIndex index,
        Indexer indexer,
        MessageReader reader,
        Limits limits,
        ArchiveLog log,
        Spool spool,
        Expanding expanding) {

    /** Per writer the last record number that searches see. */
    Map<String, Long> positions() {
        Map<String, Long> positions = store.positions();
        positions.put(store.writer(), indexer.visible());
        return positions;
    }

    /** The record of a message. */
    StoredRecord message(String id) throws MessageNotFoundException, IOException {
        StoredRecord record = record(id);
        if (record.kind() != Kind.MESSAGE) {
            throw new MessageNotFoundException(id);
        }
        return record;
    }

    /** The record of one sighting of a message, which may be the message itself. */
    StoredRecord sighting(String messageId, String sightingId) throws MessageNotFoundException, IOException {
        StoredRecord record = record(sightingId);
        boolean first = sightingId.equals(messageId) && record.kind() == Kind.MESSAGE;
        boolean later = record.kind() == Kind.SIGHTING
                && messageId.equals(Copy.decode(record.meta()).message());
        if (!first && !later) {
            throw new MessageNotFoundException(sightingId);
        }
        return record;
    }

    private StoredRecord record(String id) throws MessageNotFoundException, IOException {
        try {
            Optional<StoredRecord> record = store.read(RecordId.parse(id));
            return record.orElseThrow(() -> new MessageNotFoundException(id));
        } catch (IllegalArgumentException e) {
            throw new MessageNotFoundException(id);
        }
    }

    MessageView view(StoredRecord record) throws IOException {
        return view(record, List.of());
    }

    /** The same with the beginnings of its attachments. */
    MessageView viewWithHeads(StoredRecord record) throws IOException {
        var heads = new AttachmentHeads(limits, MessageView.HEAD_BYTES, MessageView.MOST_HEADS);
        return view(record, heads.of(new StoredMessage(record.content())));
    }

    private MessageView view(StoredRecord record, List<byte[]> heads) throws IOException {
        RawMessage raw = new StoredMessage(record.content());
        Copy copy = Copy.decode(record.meta());
        List<MessageView.Sighting> sightings = new ArrayList<>();
        sightings.add(sighting(record));
        for (RecordId later : known.sightings(record.id())) {
            sightings.add(sighting(store.read(later).orElseThrow()));
        }
        return new MessageView(
                record.id().toString(),
                Instant.ofEpochMilli(record.time()),
                copy.sent(),
                raw.size(),
                hex(raw.sha256()),
                LocalDate.ofEpochDay(record.dueDay()).toString(),
                reader.read(raw),
                sightings,
                heads);
    }

    private static MessageView.Sighting sighting(StoredRecord record) {
        Copy copy = Copy.decode(record.meta());
        return new MessageView.Sighting(
                record.id().toString(),
                copy.provenance(),
                copy.envelope(),
                record.content().size(),
                hex(record.content().sha256()));
    }

    /** One message after the other, so that only one is in memory. */
    List<Snippet> snippets(List<String> ids, Query query) throws IOException {
        Snippets maker = new Snippets(reader, index.marks(query));
        List<Snippet> snippets = new ArrayList<>();
        for (String id : ids) {
            snippets.add(maker.of(store.read(RecordId.parse(id)).orElseThrow()));
        }
        return snippets;
    }

    MessageContent content(StoredRecord record) throws IOException {
        Body body = new BodyReader(limits).read(new StoredMessage(record.content()));
        List<MessageContent.InlinePart> pictures = new ArrayList<>();
        for (Body.Picture picture : body.pictures()) {
            pictures.add(new MessageContent.InlinePart(picture.contentId(), picture.contentType(), picture.bytes()));
        }
        return new MessageContent(body.html(), body.text(), body.truncated(), pictures);
    }

    /** The attachment of this number; empty if there is none. */
    Optional<AttachedFile> attachment(StoredRecord record, int number) throws IOException {
        AttachmentReader attachments = new AttachmentReader(limits);
        RawMessage raw = new StoredMessage(record.content());
        return attachments
                .find(raw, number)
                .map(found -> new AttachedFile(
                        found.filename(), found.contentType(), found.size(), () -> attachments.open(raw, number)));
    }

    MessageEvidence evidence(StoredRecord record) throws IOException {
        Inclusion inclusion = store.inclusion(record.id()).orElseThrow();
        Checkpoint checkpoint = inclusion.checkpoint();
        return new MessageEvidence(
                record.id().toString(),
                hex(record.content().sha256()),
                inclusion.leafIndex(),
                hex(inclusion.leafHash()),
                checkpoint == null ? 0 : checkpoint.size(),
                checkpoint == null ? "" : hex(checkpoint.root()),
                inclusion.path().stream().map(Reading::hex).toList(),
                inclusion.note(),
                inclusion.covered());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The header section as written, UTF-8 where it is, else Latin-1. */
    String headers(StoredRecord record) throws IOException {
        long end;
        try (InputStream in = record.content().open()) {
            end = HeaderSection.read(in, limits).bodyOffset();
        }
        try (InputStream in = record.content().open()) {
            byte[] bytes = in.readNBytes((int) Math.min(end, 2L * limits.headerBytes()));
            String utf8 = new String(bytes, StandardCharsets.UTF_8);
            return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
