package org.muniment.server.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds everything: who has it has the archive. Only its owner may look inside.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    /** Makes the folder if it is missing and closes it to everybody else. */
    public void prepare() throws IOException {
        PrivateFiles.folder(folder);
    }

    /** Where the database lies, without the ending that H2 adds. */
    public Path database() {
        return folder.resolve("db").resolve("muniment");
    }

    /** Whether a database was ever made here. */
    public boolean hasDatabase() {
        return Files.exists(folder.resolve("db").resolve("muniment.mv.db"));
    }

    /** What a running server leaves for the command line. */
    public RunFile runFile() {
        return new RunFile(folder.resolve("run").resolve("server.json"));
    }

    /**
     * Takes the home for this process.
     *
     * @throws HomeInUseException if another process has it
     */
    public HomeLock lock() throws IOException, HomeInUseException {
        return HomeLock.take(folder);
    }

    /** The folder of files that are being uploaded. */
    public Path uploads() {
        return folder.resolve("uploads");
    }

    /** Makes that folder, closed to everybody but the owner. */
    public void makeUploads() throws IOException {
        PrivateFiles.folder(uploads());
    }

    /** Where the bytes of an upload lie. */
    public Path upload(String id) {
        return uploads().resolve(id);
    }

    /** Makes the file of an upload, empty and durable, readable for the owner alone. */
    public void makeUpload(String id) throws IOException {
        makeUploads();
        PrivateFiles.create(upload(id), "");
    }

    /** Bytes that may still be written where the home lies. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
