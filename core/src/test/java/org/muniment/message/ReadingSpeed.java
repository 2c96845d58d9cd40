package org.muniment.message;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the CPU time that reading takes, per message, for the files of one folder. Not a test; run it by hand:
 * {@code java -cp … org.muniment.message.ReadingSpeed FOLDER [ROUNDS]}.
 */
final class ReadingSpeed {
    private ReadingSpeed() {}

    public static void main(String[] arguments) throws IOException {
        List<MemoryMessage> mails = mails(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var reader = new MessageReader(Limits.standard());
        long bytes = mails.stream().mapToLong(MemoryMessage::size).sum();
        System.out.printf("%d mails, %d bytes on average%n", mails.size(), bytes / mails.size());
        for (int round = 1; round <= rounds; round++) {
            measure(reader, mails, bytes, round);
        }
    }

    private static void measure(MessageReader reader, List<MemoryMessage> mails, long bytes, int round)
            throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long characters = 0;
        for (MemoryMessage mail : mails) {
            characters += reader.read(mail).text().length();
        }
        double milliseconds = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        System.out.printf(
                "round %d: %.4f ms CPU per mail, %.0f MB/s, %d characters of text%n",
                round, milliseconds / mails.size(), bytes / 1e3 / milliseconds, characters / mails.size());
    }

    private static List<MemoryMessage> mails(Path folder) throws IOException {
        List<MemoryMessage> mails = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                mails.add(new MemoryMessage(Files.readAllBytes(file)));
            }
        }
        return mails;
    }
}
