package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.muniment.evidence.Disk;

/** The name of this node in record numbers: made with the home and kept in it. A restored home gets a new one. */
final class WriterName {
    /** No vowels, and nothing that looks like something else. */
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private static final int LENGTH = 6;

    private WriterName() {}

    static String of(Path home) throws IOException {
        Path file = home.resolve("writer");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        StringBuilder name = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, LETTERS.length()).forEach(i -> name.append(LETTERS.charAt(i)));
        Disk.real().writeAtomically(file, (name + "\n").getBytes(StandardCharsets.US_ASCII));
        return name.toString();
    }
}
