package org.muniment.index.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of all partitions together: which there are, and up to which record each writer has been fed. It is
 * written after the partitions have been committed, so it never promises more than they hold; a crash in between leaves
 * partitions that hold more than promised, which feeding again repairs.
 *
 * <p>A text file of lines: {@code muniment index <format>}, {@code partition <name>} and {@code position <number>
 * <writer>} for each, {@code end}. A file that is not so, or of another format, counts as none.
 */
record IndexState(boolean known, Set<String> partitions, Map<String, Long> positions) {
    /** Raised whenever documents, words or folding change: the index is then built again. */
    static final int FORMAT = 2;

    private static final String HEAD = "muniment index " + FORMAT;
    private static final String END = "end";
    private static final String FILE = "index-state";

    static IndexState unknown() {
        return new IndexState(false, Set.of(), Map.of());
    }

    static IndexState read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return unknown();
        }
        List<String> lines = Files.readString(file, UTF_8).lines().toList();
        if (lines.size() < 2
                || !lines.getFirst().equals(HEAD)
                || !lines.getLast().equals(END)) {
            return unknown();
        }
        return parse(lines.subList(1, lines.size() - 1));
    }

    private static IndexState parse(List<String> lines) {
        Set<String> partitions = new TreeSet<>();
        Map<String, Long> positions = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length == 2 && words[0].equals("partition")) {
                partitions.add(words[1]);
            } else if (words.length == 3 && words[0].equals("position") && words[1].matches("-?\\d{1,18}")) {
                positions.put(words[2], Long.valueOf(words[1]));
            } else {
                return unknown();
            }
        }
        return new IndexState(true, partitions, positions);
    }

    /** Replaces the file in one step; when this returns it survives a power loss. */
    void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        partitions.forEach(name -> text.append("partition ").append(name).append('\n'));
        positions.forEach((writer, number) -> text.append("position ")
                .append(number)
                .append(' ')
                .append(writer)
                .append('\n'));
        text.append(END).append('\n');

        Path fresh = folder.resolve(FILE + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    static void remove(Path folder) throws IOException {
        if (Files.deleteIfExists(folder.resolve(FILE))) {
            sync(folder);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
