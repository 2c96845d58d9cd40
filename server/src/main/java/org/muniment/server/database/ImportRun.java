package org.muniment.server.database;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import that a person started.
 *
 * @param id {@code imp_…}
 * @param kind who reads the files
 * @param reason why, as far as it was said
 * @param forced whether it archives although archiving is off
 */
public record ImportRun(
        String id,
        String organisation,
        String person,
        Kind kind,
        Instant started,
        @Nullable String reason,
        boolean forced) {

    /** Who reads the files of an import. */
    public enum Kind {
        /** The client, which sends item by item. */
        ITEMS,
        /** The server, after they were uploaded. */
        UPLOAD;

        /** As API and database write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Where an import stands. */
    public enum State {
        RUNNING,
        /** Told to stop; what is under way comes to its end. */
        STOPPING,
        DONE,
        CANCELLED,
        FAILED;

        /** As API and database write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing changes any more. */
        public boolean isEnd() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What became of its mails.
     *
     * @param found mails in the files; the sum of the other four
     */
    public record Balance(long found, long archived, long merged, long excluded, long failed) {
        public static final Balance ZERO = new Balance(0, 0, 0, 0, 0);

        /** Whether nothing is missing and nothing counted twice. */
        public boolean balances() {
            return found == archived + merged + excluded + failed;
        }
    }

    /** What keeps an import from going on, or ended it. */
    public enum Trouble {
        /** There is no room; it goes on by itself when there is. */
        STORAGE_FULL,
        /** The store takes nothing now; it goes on by itself when it does. */
        STORE_UNAVAILABLE,
        /** An error of our own ended it. */
        INTERNAL
    }

    /**
     * How far it is.
     *
     * @param doneBytes of the files, as far as they were read; for items 0
     * @param totalBytes of the files; for items 0
     * @param currentFile the path it reads now
     */
    public record Progress(
            State state,
            Balance balance,
            long doneBytes,
            long totalBytes,
            @Nullable String currentFile,
            @Nullable Trouble trouble) {

        /** Nothing done yet. */
        public static Progress begin(long totalBytes) {
            return new Progress(State.RUNNING, Balance.ZERO, 0, totalBytes, null, null);
        }

        /** The same in another state. */
        public Progress in(State other) {
            return new Progress(other, balance, doneBytes, totalBytes, currentFile, trouble);
        }
    }

    /**
     * A file that it reads.
     *
     * @param upload {@code upl_…}, which is removed when it was read
     * @param name as the person calls it
     */
    public record File(String upload, String name, long size) {}

    /**
     * A mail that could not be archived.
     *
     * @param path as the person would name it
     * @param position offset in the file of that path, in bytes
     * @param reason a sentence without its subject
     */
    public record Failure(String path, long position, String reason) {}
}
