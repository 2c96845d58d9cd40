package org.muniment.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of a demo: made for it alone, and removed with all that is in it when the process ends. */
public final class ExampleFolder {
    private ExampleFolder() {}

    /** Makes the folder; only its owner may look into it. */
    public static Path make() throws IOException {
        Path folder = Files.createTempDirectory("muniment-demo-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "demo clean-up"));
        return folder;
    }

    /** The server stops at the same time and may still write: what cannot be removed now is tried again. */
    private static void remove(Path folder) {
        for (int attempt = 0; attempt < 50 && Files.exists(folder); attempt++) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException writing) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
