package org.muniment.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Ulid;
import org.muniment.server.database.Upload;
import org.muniment.server.database.Uploads;
import org.muniment.server.home.Home;
import org.muniment.server.language.Message;
import org.muniment.server.uploads.UploadRefusedException.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in pieces, into the home's folder of uploads, until they are imported. Thread-safe.
 *
 * <p>What was answered as taken is durable and survives a crash; what came without an answer may be kept. An upload
 * belongs to the person who began it and does not exist for others. It is removed a day after its last use. Its bytes
 * lie as they came, readable for the owner of the home alone; once archived they lie encrypted, and the upload goes.
 */
public final class UploadIntake {
    private static final Logger LOG = LoggerFactory.getLogger(UploadIntake.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_PER_PERSON = 1_000;
    private static final int PIECE = 64 << 10;
    private static final long BETWEEN_LOOKS = 16 << 20;

    private final Home home;
    private final Limits limits;
    private final Uploads uploads;
    private final Database database;
    private final InstantSource clock;

    /** Per upload the newest request that appends to it. */
    private final ConcurrentMap<String, UploadWriter> writers = new ConcurrentHashMap<>();

    /**
     * What may be uploaded.
     *
     * @param fileBytes of the largest file
     * @param reserveBytes disk space that is never used
     */
    public record Limits(long fileBytes, long reserveBytes) {}

    public UploadIntake(Home home, Limits limits, Uploads uploads, Database database, InstantSource clock) {
        this.home = home;
        this.limits = limits;
        this.uploads = uploads;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Begins an upload.
     */
    public synchronized Upload begin(String person, String name, long length)
            throws UploadRefusedException, IOException {
        if (length > limits.fileBytes()) {
            throw new UploadRefusedException(Why.TOO_LARGE, Message.of("upload.too-large", length, limits.fileBytes()));
        }
        if (uploads.count(person) >= MOST_PER_PERSON) {
            throw new UploadRefusedException(Why.TOO_MANY, Message.of("upload.too-many", MOST_PER_PERSON));
        }
        askForRoom(length + uploads.expectedBytes());
        var upload = new Upload(Ulid.next("upl", clock.instant()), person, name, length, 0, null);
        home.makeUpload(upload.id()); // first the file: one without a row is swept, a row without a file would promise
        uploads.add(upload, clock.instant());
        database.sync();
        return upload;
    }

    private void askForRoom(long bytes) throws UploadRefusedException, IOException {
        if (home.freeBytes() - limits.reserveBytes() < bytes) {
            throw new UploadRefusedException(Why.NO_ROOM, Message.of("upload.no-room"));
        }
    }

    /** The upload of that id if it is this person's, with all that can be counted on by now. */
    public Optional<Upload> find(String id, String person) throws IOException {
        UploadWriter writer = writers.get(id);
        if (writer != null && uploads.find(id, person).isPresent()) {
            writer.settle();
        }
        return uploads.find(id, person);
    }

    /**
     * Appends what comes, until the stream ends. A later request of the same upload takes over from an earlier one, which
     * may hang on a connection that is dead already.
     *
     * @param offset where the piece begins, which must be where the upload ends
     * @param length of the piece; -1 if the client does not say
     * @return where the upload ends now; nothing if there is no such upload of this person
     */
    public Optional<Long> append(String id, String person, long offset, long length, InputStream in)
            throws UploadRefusedException, IOException {
        Optional<UploadWriter> begun = takeOver(id, person, offset, length);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        UploadWriter writer = begun.get();
        try (writer) {
            copy(in, writer);
        } finally {
            writers.remove(id, writer);
        }
        database.sync();
        return uploads.find(id, person).map(Upload::held);
    }

    private synchronized Optional<UploadWriter> takeOver(String id, String person, long offset, long length)
            throws UploadRefusedException, IOException {
        if (uploads.find(id, person).isEmpty()) {
            return Optional.empty();
        }
        UploadWriter before = writers.remove(id);
        if (before != null) {
            before.close();
        }
        Upload upload = uploads.find(id, person).orElseThrow();
        if (upload.importRun() != null) {
            throw inUse();
        }
        if (upload.held() != offset) {
            throw new UploadRefusedException(Why.WRONG_OFFSET, Message.of("upload.offset", upload.held(), offset));
        }
        if (offset + length > upload.length()) {
            throw tooLong();
        }
        var writer = new UploadWriter(upload, home.upload(id), uploads, clock);
        writers.put(id, writer);
        return Optional.of(writer);
    }

    private static UploadRefusedException tooLong() {
        return new UploadRefusedException(Why.TOO_LONG, Message.of("upload.too-long"));
    }

    private static UploadRefusedException inUse() {
        return new UploadRefusedException(Why.IN_USE, Message.of("import.upload-taken"));
    }

    private void copy(InputStream in, UploadWriter writer) throws UploadRefusedException, IOException {
        byte[] piece = new byte[PIECE];
        long looked = 0;
        long copied = 0;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (copied >= looked) {
                askForRoom(PIECE);
                looked = copied + BETWEEN_LOOKS;
            }
            int taken = (int) Math.min(count, writer.left());
            if (!writer.write(piece, taken)) {
                throw new UploadRefusedException(Why.WRONG_OFFSET, Message.of("upload.taken-over"));
            }
            if (taken < count) {
                throw tooLong();
            }
            copied += count;
        }
    }

    /** Removes an upload; tells whether there was one of this person. */
    public synchronized boolean drop(String id, String person) throws UploadRefusedException, IOException {
        Optional<Upload> upload = uploads.find(id, person);
        if (upload.isPresent() && upload.get().importRun() != null) {
            throw inUse();
        }
        if (upload.isPresent()) {
            remove(id);
        }
        return upload.isPresent();
    }

    /** Where the bytes of an upload lie. */
    public Path file(String id) {
        return home.upload(id);
    }

    /** Where an import may put what it unpacks. */
    public Path folder() {
        return home.uploads();
    }

    /** Removes what an import has read. */
    public synchronized void removeOf(String importRun) throws IOException {
        for (Upload upload : uploads.of(importRun)) {
            remove(upload.id());
        }
    }

    /** Gives the uploads of an import that failed back, for another try. */
    public void giveBack(String importRun) {
        uploads.takeBack(importRun, clock.instant());
    }

    /** Removes what nobody used for a day. */
    public synchronized void sweep() throws IOException {
        for (Upload upload : uploads.idleSince(clock.instant().minus(KEPT))) {
            LOG.info("Upload {} was not used for a day and is removed", upload.id());
            remove(upload.id());
        }
    }

    /** The same from time to time; what cannot be removed now is removed later. */
    public void sweepIfPossible() {
        try {
            sweep();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Old uploads could not be removed now: {}", e.getMessage());
        }
    }

    private void remove(String id) throws IOException {
        @Nullable UploadWriter writer = writers.remove(id);
        if (writer != null) {
            writer.abandon();
        }
        uploads.remove(id); // first the row: a file without one is swept at the next start
        Files.deleteIfExists(home.upload(id));
    }

    /** Makes the folder ready, and removes what a crash left in it without belonging to any upload. */
    public synchronized void open() throws IOException {
        home.makeUploads();
        Set<String> known = uploads.all().stream().map(Upload::id).collect(Collectors.toSet());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.uploads())) {
            for (Path file : files) {
                if (!known.contains(String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
        sweep();
    }
}
