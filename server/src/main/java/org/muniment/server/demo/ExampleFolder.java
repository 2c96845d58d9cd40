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
        return Files.createTempDirectory("muniment-demo-");
    }

    /**
     * Removes the folder when the process ends.
     *
     * @param before ends what works in the folder, and may have been ended already
     */
    public static void removeAtEnd(Path folder, Runnable before) {
        Runnable cleaning = () -> {
            before.run();
            remove(folder);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(cleaning, "demo clean-up"));
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println(folder + " could not be removed: " + e.getMessage());
        }
    }
}
