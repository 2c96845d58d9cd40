package org.muniment.server.testing;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.Archives;
import org.muniment.archive.LogEntry;
import org.muniment.archive.LogTrail;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.archive.Scope;
import org.muniment.archive.Status;
import org.muniment.archive.Tally;
import org.muniment.archive.Verification;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.StoreFullException;

/** A real archive that says it is full after so many mails, until it is given more room. */
public final class NarrowArchive implements Archive {
    private final Archive archive;
    private final AtomicInteger room;

    private NarrowArchive(Archive archive, AtomicInteger room) {
        this.archive = archive;
        this.room = room;
    }

    /** Opens an archive that has room for as many mails as are left in that number. */
    public static Archive open(Settings settings, AtomicInteger room) throws IOException {
        return new NarrowArchive(Archives.open(settings), room);
    }

    @Override
    public Outcome ingest(Provenance provenance, Envelope envelope, RawMessage message) throws IOException {
        if (room.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            throw new StoreFullException("There is no room in the archive.");
        }
        return archive.ingest(provenance, envelope, message);
    }

    @Override
    public Spool spool() {
        return archive.spool();
    }

    @Override
    public void retain(int years) {
        archive.retain(years);
    }

    @Override
    public ArchiveSession session(Actor actor, Scope scope) {
        return archive.session(actor, scope);
    }

    @Override
    public LogEntry log(Actor actor, String type, Map<String, String> detail) throws IOException {
        return archive.log(actor, type, detail);
    }

    @Override
    public LogTrail trail() {
        return archive.trail();
    }

    @Override
    public Status status() {
        return archive.status();
    }

    @Override
    public Tally tally() {
        return archive.tally();
    }

    @Override
    public void rebuildIndex() throws IOException {
        archive.rebuildIndex();
    }

    @Override
    public Verification verify(ArchiveSession.@Nullable Progress progress) throws IOException {
        return archive.verify(progress);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
