package org.muniment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.Archives;
import org.muniment.archive.Rules;
import org.muniment.store.MasterKey;

/** Opens the archive of a folder as the server does, with the same settings every time. */
final class Home {
    private static final String ORGANISATION = "bench";
    private static final int RETENTION_YEARS = 10;
    private static final long RESERVE = 64L << 20;

    private Home() {}

    static Archive open(Path home) throws IOException {
        return Archives.open(settings(home));
    }

    static Archive.Settings settings(Path home) throws IOException {
        return settings(home, ORGANISATION);
    }

    /** Of a home that the server made, or of one that there is none of yet. */
    static Archive.Settings settings(Path home, String organisation) throws IOException {
        Files.createDirectories(home);
        Path key = home.resolve("master.key");
        if (Files.notExists(key)) {
            Files.writeString(key, MasterKey.generate().toHex());
        }
        Rules rules = new Rules(true, Set.of("example.org"));
        return new Archive.Settings(
                home,
                organisation,
                home.resolve("keys"),
                home.resolve("keys-copy"),
                MasterKey.read(key),
                () -> rules,
                RETENTION_YEARS,
                RESERVE);
    }

    /** What belongs to the store and would be backed up. */
    static Path store(Path home) {
        return organisation(home).resolve("store");
    }

    /** What holds the index. */
    static Path index(Path home) {
        return organisation(home).resolve("partitions");
    }

    /** All of an organisation. */
    static Path organisation(Path home) {
        return home.resolve("organisations").resolve(ORGANISATION);
    }
}
