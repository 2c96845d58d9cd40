package org.muniment.server.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The note of a running server, {@code run/server.json}: where it listens and the token by which it knows that a caller
 * may read the home. Written when all is up, gone when it stops; what a killed server left names a pid that is no more.
 */
public record RunFile(Path file) {

    /**
     * What the note says.
     *
     * @param url of the HTTP side, without a path
     * @param localToken 64 hexadecimal digits
     */
    public record Note(long pid, String url, String localToken, String version, Instant started) {}

    /** Writes the note, readable for the owner alone. */
    public void write(Note note, JsonMapper json) throws IOException {
        PrivateFiles.folder(Objects.requireNonNull(file.getParent()));
        PrivateFiles.replace(file, json.writeValueAsString(note));
    }

    /** Removes the note. */
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
