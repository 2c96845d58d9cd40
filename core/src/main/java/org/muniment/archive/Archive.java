package org.muniment.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.MasterKey;

/**
 * One organisation's archive: opens, takes mail in, hands out sessions, closes. Thread-safe.
 */
public interface Archive extends Closeable {

    /**
     * Where an archive lies and how it works.
     *
     * @param home the home folder; volumes, tree and index of the organisation lie in {@code organisations/<id>}
     * @param organisation the organisation's id, {@code [a-z0-9_]+}
     * @param keys folder of the keyring's first copy; made if missing
     * @param keysCopy folder of its second copy
     * @param masterKey wraps the keyring
     * @param rules asked at every mail for what is archived at this moment
     * @param retentionYears how long mail is kept from the day it is archived, until {@link #retain} says otherwise
     * @param reserveBytes disk space that is never used, so that a full disk can be handled
     * @param directory asked at every search for accounts or departments
     */
    record Settings(
            Path home,
            String organisation,
            Path keys,
            Path keysCopy,
            MasterKey masterKey,
            Supplier<Rules> rules,
            int retentionYears,
            long reserveBytes,
            Directory directory) {

        /** An archive of an organisation without a directory. */
        public Settings(
                Path home,
                String organisation,
                Path keys,
                Path keysCopy,
                MasterKey masterKey,
                Supplier<Rules> rules,
                int retentionYears,
                long reserveBytes) {
            this(home, organisation, keys, keysCopy, masterKey, rules, retentionYears, reserveBytes, Directory.empty());
        }
    }

    /** Takes the bytes of incoming mail. */
    Spool spool();

    /**
     * Takes one mail in and returns when what became of it is durable. Nothing a stranger sends makes it fail. The
     * caller closes the message, and may give it to several archives before, one after the other: a large one is copied
     * from the store of the archive whose spool it came through, never through memory as a whole.
     *
     * @throws org.muniment.store.StoreUnavailableException if it cannot be taken now
     * @throws org.muniment.store.StoreFullException if there is no room
     */
    Outcome ingest(Provenance provenance, Envelope envelope, RawMessage message) throws IOException;

    /** Keeps mail that comes from now on for so many years; what is there keeps its due day. */
    void retain(int years);

    /** Opens the door for a person. */
    ArchiveSession session(Actor actor, Scope scope);

    /** Writes an entry of the archive log and returns when it is durable. */
    LogEntry log(Actor actor, String type, Map<String, String> detail) throws IOException;

    /** The archive log, for reading. */
    LogTrail trail();

    /** How it is doing. Cheap. */
    Status status();

    /** What came in when, in numbers. */
    Tally tally();

    /** Throws the index away and builds it from the store again, in the background; {@link #status} shows how far. */
    void rebuildIndex() throws IOException;

    /** Reads and recomputes everything that is durable at this moment. Takes long; may run beside everything else. */
    Verification verify(ArchiveSession.@Nullable Progress progress) throws IOException;

    /** Ends in good order: what was acknowledged is durable, the index committed, a checkpoint signed. */
    @Override
    void close() throws IOException;
}
