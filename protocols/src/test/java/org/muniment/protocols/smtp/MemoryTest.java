package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients and very large mails need little memory. */
final class MemoryTest {
    private static final int HEAP_MEGABYTES = 64;
    private static final int LARGE_MAILS = 4;
    private static final int LARGE = 150 << 20;
    private static final int WAITING = 200;

    @Test
    @Timeout(300)
    void largeMailsAndTwoHundredConnectionsFitIntoASmallHeap(@TempDir Path folder) throws Exception {
        Process process = start(folder);
        List<Talk> waiting = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            int port = Integer.parseInt(String.valueOf(output.readLine()));
            for (int i = 0; i < WAITING; i++) {
                waiting.add(halfway(port));
            }
            sendLargeMails(port);
            for (Talk talk : waiting) {
                talk.say(".");
                talk.hear("250 2.0.0 70002 ");
            }
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroy();
            for (Talk talk : waiting) {
                talk.close();
            }
        }
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeapMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A client in the middle of its mail. */
    private static Talk halfway(int port) throws IOException {
        Talk talk = Talk.greeted(port);
        talk.say("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA");
        talk.hear("250 ");
        talk.hear("250 ");
        talk.hear("354 ");
        talk.say("x".repeat(70_000));
        return talk;
    }

    private static void sendLargeMails(int port) throws Exception {
        List<Callable<String>> mails = new ArrayList<>();
        for (int i = 0; i < LARGE_MAILS; i++) {
            int seed = i;
            mails.add(() -> sendLargeMail(port, seed));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(LARGE_MAILS)) {
            for (Future<String> digest : threads.invokeAll(mails)) {
                assertThat(digest.get()).isEqualTo("as sent");
            }
        }
    }

    /** Sends one block again and again, without a line end but the last: a line may be as long as the mail. */
    private static String sendLargeMail(int port, int seed) throws Exception {
        byte[] block = block(seed);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Talk talk = Talk.greeted(port)) {
            talk.say("MAIL FROM:<a@example.org> SIZE=" + LARGE + "\r\nRCPT TO:<b@example.org>\r\nDATA");
            talk.hear("250 ");
            talk.hear("250 ");
            talk.hear("354 ");
            for (int sent = 0; sent < LARGE - block.length; sent += block.length) {
                talk.send(block);
                digest.update(block);
            }
            byte[] last = ("x".repeat(block.length - 2) + "\r\n").getBytes(US_ASCII);
            talk.send(last);
            digest.update(last);
            talk.say(".");
            String reply = talk.hear("250 2.0.0 ");
            String expected = "250 2.0.0 " + LARGE + " " + HexFormat.of().formatHex(digest.digest());
            return reply.equals(expected) ? "as sent" : reply + " instead of " + expected;
        }
    }

    private static byte[] block(int seed) {
        byte[] block = new byte[1 << 16];
        new Random(seed).nextBytes(block);
        for (int i = 0; i < block.length; i++) {
            if (block[i] == '\r') {
                block[i] = 'r';
            }
        }
        return block;
    }
}
