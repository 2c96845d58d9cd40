package org.muniment.server.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.LogEntry;
import org.muniment.archive.LogEvidence;
import org.muniment.archive.LogTrail;

/** The log of {@link MemoryArchive}; it has no evidence log, so nothing is covered by a checkpoint. */
final class MemoryTrail implements LogTrail {
    private static final long LOOK_MILLIS = 20;

    private final MemoryArchive archive;

    MemoryTrail(MemoryArchive archive) {
        this.archive = archive;
    }

    @Override
    public Position end() {
        return new Position("w1", archive.lastNumber());
    }

    @Override
    public boolean awaitBeyond(Position position, long milliseconds) throws InterruptedException {
        for (long waited = 0; waited < milliseconds; waited += LOOK_MILLIS) {
            if (archive.lastNumber() > position.number()) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return archive.lastNumber() > position.number();
    }

    @Override
    public Position read(Position after, Position upTo, int most, Visitor visitor) throws IOException {
        int read = 0;
        long at = after.number();
        for (LogEntry entry : archive.entries()) {
            long number = number(entry);
            if (number > after.number() && number <= upTo.number()) {
                if (read++ == most) {
                    return new Position("w1", at);
                }
                visitor.entry(entry);
                at = number;
            }
        }
        return upTo;
    }

    private static long number(LogEntry entry) {
        return Long.parseLong(entry.id().substring(entry.id().indexOf('-') + 1));
    }

    @Override
    public Optional<LogEntry> find(String id) {
        return archive.entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public Optional<LogEvidence> evidence(String id) {
        return find(id).map(entry -> new LogEvidence(id, number(entry) - 1, "", 0, "", List.of(), "", false));
    }

    @Override
    public long size() {
        return archive.entries().size();
    }
}
