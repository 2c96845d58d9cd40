package org.muniment.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stores that each version of the format wrote once, as {@link AllCodings#main} did for version 1. */
public final class GoldenStore {
    private static final Path VERSION_1 = Path.of("src/test/resources/store/v1");

    private GoldenStore() {}

    /** Copies the store of version 1 to a folder and returns the digest of what each record holds. */
    public static Map<String, String> copyVersion1(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(VERSION_1)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(VERSION_1.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Map<String, String> digests = new TreeMap<>();
        for (String line : Files.readAllLines(VERSION_1.resolve("records.txt"))) {
            digests.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return digests;
    }
}
