package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Checkpoint;
import org.muniment.store.Inclusion;
import org.muniment.store.Kind;
import org.muniment.store.RecordId;
import org.muniment.store.Store;

/**
 * The archive log of a {@link LocalArchive}. Writers from before a restore never grow, so they come first, in the order
 * of their first records; the store's own writer comes last.
 */
final class LocalTrail implements LogTrail {
    private final Store store;
    private final ArchiveLog log;
    private volatile @Nullable List<Position> others;

    LocalTrail(Store store, ArchiveLog log) {
        this.store = store;
        this.log = log;
    }

    @Override
    public Position end() {
        return new Position(store.writer(), store.last());
    }

    @Override
    public boolean awaitBeyond(Position position, long milliseconds) throws InterruptedException {
        return store.awaitBeyond(isOwn(position) ? position.number() : -1, milliseconds);
    }

    private boolean isOwn(Position position) {
        return position.writer().equals(store.writer());
    }

    @Override
    public Position read(Position after, Position upTo, int most, Visitor visitor) throws IOException {
        Position at = after;
        int read = 0;
        for (Position end : writersBehind(after, upTo)) {
            long from = at.writer().equals(end.writer()) ? at.number() : 0;
            for (Optional<RecordId> next = next(end, from); next.isPresent(); next = next(end, from)) {
                if (read == most) {
                    return new Position(end.writer(), from);
                }
                from = next.get().number();
                visitor.entry(log.read(next.get()).orElseThrow());
                read++;
            }
            at = end;
        }
        return at;
    }

    private Optional<RecordId> next(Position end, long after) throws IOException {
        return store.next(Kind.LOG_ENTRY, end.writer(), after, end.number());
    }

    /** The ends of the writers that have records between two places, in order. */
    private List<Position> writersBehind(Position after, Position upTo) throws IOException {
        List<Position> before = others();
        List<Position> ends = new ArrayList<>(before);
        if (isOwn(upTo)) {
            ends.add(upTo);
        } else {
            ends.removeIf(end -> order(end, before) > order(upTo, before));
        }
        List<Position> known = List.copyOf(ends);
        ends.removeIf(end -> order(end, known) < order(after, known)); // an unknown writer is behind none of them
        return ends;
    }

    /** A writer that is not known here has no place, so everything lies behind it. */
    private static int order(Position position, List<Position> ends) {
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i).writer().equals(position.writer())) {
                return i;
            }
        }
        return -1;
    }

    private List<Position> others() throws IOException {
        List<Position> known = others;
        if (known == null) {
            record Dated(Position end, long began) {}
            List<Dated> dated = new ArrayList<>();
            for (Map.Entry<String, Long> writer : store.positions().entrySet()) {
                if (!writer.getKey().equals(store.writer()) && writer.getValue() > 0) {
                    long began = store.time(new RecordId(writer.getKey(), 1)).orElse(0);
                    dated.add(new Dated(new Position(writer.getKey(), writer.getValue()), began));
                }
            }
            dated.sort(Comparator.comparingLong(Dated::began));
            known = dated.stream().map(Dated::end).toList();
            others = known;
        }
        return known;
    }

    @Override
    public Optional<LogEntry> find(String id) throws IOException {
        Optional<RecordId> record = parse(id);
        return record.isEmpty() ? Optional.empty() : log.read(record.get());
    }

    private static Optional<RecordId> parse(String id) {
        try {
            return Optional.of(RecordId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<LogEvidence> evidence(String id) throws IOException {
        Optional<RecordId> record = parse(id);
        if (record.isEmpty() || log.read(record.get()).isEmpty()) {
            return Optional.empty();
        }
        return store.inclusion(record.get()).map(inclusion -> evidence(id, inclusion));
    }

    private static LogEvidence evidence(String id, Inclusion inclusion) {
        HexFormat hex = HexFormat.of();
        Checkpoint checkpoint = inclusion.checkpoint();
        return new LogEvidence(
                id,
                inclusion.leafIndex(),
                hex.formatHex(inclusion.leafHash()),
                checkpoint == null ? 0 : checkpoint.size(),
                checkpoint == null ? "" : hex.formatHex(checkpoint.root()),
                inclusion.path().stream().map(hex::formatHex).toList(),
                inclusion.note(),
                inclusion.covered());
    }

    @Override
    public long size() {
        return store.count(Kind.LOG_ENTRY);
    }
}
