package org.muniment.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is searched for: one query per line, lines with # and empty ones not counting. */
final class Queries {
    private Queries() {}

    /** Those of a file, or ours if there is none. */
    static List<String> read(@Nullable Path file) throws IOException {
        String text = file == null ? ours() : Files.readString(file);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String ours() throws IOException {
        try (InputStream in = Objects.requireNonNull(Queries.class.getResourceAsStream("queries.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
