package org.muniment.server.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.protocols.smtp.SmtpClient;

/**
 * Starts a mail server, lets clients deliver to it and kills it with SIGKILL at a random moment.
 *
 * <p>Which server is a matter of the command line and of the line that tells its port.
 */
public final class KilledServer {
    private static final int CLIENTS = 6;

    private final ProcessBuilder command;
    private final Pattern port;
    private final Postings postings;
    private final Random random;
    private final int millis;

    /**
     * Creates the harness.
     *
     * @param command starts the server; it finds by itself what it left behind the last time
     * @param port finds the port, group 1, in the line that the server prints when it takes mail
     * @param millis how long it lives at most once it takes mail
     */
    public KilledServer(ProcessBuilder command, Pattern port, Postings postings, Random random, int millis) {
        this.command = command.redirectErrorStream(true);
        this.port = port;
        this.postings = postings;
        this.random = random;
        this.millis = millis;
    }

    /** Kills the server while clients deliver to it. */
    public void killUnderLoad(int round) throws Exception {
        Process process = command.start();
        try (BufferedReader output = process.inputReader();
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            int found = port(output);
            threads.execute(() -> output.lines().forEach(System.out::println));
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(client(found, "r" + round + "c" + i, random.nextLong())));
            }
            kill(process, 1 + random.nextInt(millis));
            for (Future<Integer> client : clients) {
                client.get();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Kills the server somewhere on its way up, mostly in its recovery. */
    public void killWhileStarting() throws Exception {
        Process process = command.start();
        kill(process, 200 + random.nextInt(millis));
        process.inputReader().close();
    }

    private static void kill(Process process, int millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the server has ended by itself with " + process.exitValue());
        }
        process.destroyForcibly().waitFor();
    }

    private int port(BufferedReader output) throws IOException {
        StringBuilder heard = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher found = port.matcher(line);
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            heard.append(line).append('\n');
        }
        throw new AssertionError("the server has not started: " + heard);
    }

    /** Delivers until the connection breaks; returns how many were acknowledged. */
    private Callable<Integer> client(int to, String name, long seed) {
        return () -> {
            Random own = new Random(seed);
            int acknowledged = 0;
            try (SmtpClient client =
                    new SmtpClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), to), true)) {
                while (true) {
                    Posting posting = postings.next(own, name + "n" + acknowledged);
                    String reply = client.deliver("ada@example.net", List.of(posting.recipient()), posting.mail());
                    if (!reply.startsWith("250 2.0.0 archived as msg_")) {
                        throw new AssertionError("answered " + reply);
                    }
                    posting.acknowledge(reply);
                    acknowledged++;
                }
            } catch (IOException e) {
                return acknowledged; // the server was killed
            }
        };
    }
}
