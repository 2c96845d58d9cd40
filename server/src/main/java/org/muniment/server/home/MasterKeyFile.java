package org.muniment.server.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.muniment.store.MasterKey;

/** Where the operator keeps the master key. */
public record MasterKeyFile(Path file) {

    /** Makes a key and its file, or leaves the one that is there after checking that it holds a key. */
    public void ensure() throws IOException {
        if (Files.exists(file)) {
            MasterKey.read(file);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        PrivateFiles.create(file, MasterKey.generate().toHex() + "\n");
    }

    /**
     * Reads the key. A missing one is never made anew here: it would not open the mail that is there.
     *
     * @throws IOException with a sentence for the operator
     */
    public MasterKey read() throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The master key " + file
                    + " is missing; without it no mail can be read. Put the file back, or set MUNIMENT_MASTER_KEY_FILE"
                    + " to where it is.");
        }
        return MasterKey.read(file);
    }
}
