package org.muniment.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What lies on the disk. */
final class Disk {

    private Disk() {}

    /** Bytes that a folder occupies, in whole blocks as the file system gives them out; 0 if there is none. */
    static long allocated(Path folder) throws IOException, InterruptedException {
        if (Files.notExists(folder)) {
            return 0;
        }
        Process process = new ProcessBuilder("du", "-s", "-B1", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return Long.parseLong(line.substring(0, line.indexOf('\t')));
    }

    /** Deletes a folder with all in it. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
