package org.muniment.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.protocols.smtp.SmtpClient;

/**
 * Delivers over SMTP with some clients that keep their connections, each sending the next mail when the last was
 * acknowledged, for a given time. Thread-safe.
 */
final class Delivery {
    private static final List<String> RECIPIENT = List.of("archive@example.org");

    private final InetSocketAddress server;
    private final List<byte[]> mails;
    private final AtomicLong next = new AtomicLong();

    /**
     * Creates it.
     *
     * @param mails what is sent in turn, each made unique by {@link SmtpMails#unique}
     */
    Delivery(int port, List<byte[]> mails) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.mails = mails;
    }

    /** Delivers and measures; every mail must be taken. */
    Figures run(int clients, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long[] latencies = latencies(clients, end);
        double taken = (System.nanoTime() - start) / 1e9;
        Arrays.sort(latencies);
        return new Figures()
                .put("clients", clients)
                .put("messages", latencies.length)
                .put("messages_per_second", latencies.length / taken)
                .put("p50_ms", Timings.at(latencies, 0.50))
                .put("p95_ms", Timings.at(latencies, 0.95))
                .put("p99_ms", Timings.at(latencies, 0.99))
                .put("longest_ms", Timings.at(latencies, 1));
    }

    private long[] latencies(int clients, long end) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<long[]>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> client(end));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(work)) {
                all.add(done.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).toArray();
        }
    }

    private long[] client(long end) throws IOException {
        long[] latencies = new long[1024];
        int count = 0;
        try (SmtpClient client = new SmtpClient(server, true)) {
            for (long now = System.nanoTime(); now < end; ) {
                long number = next.getAndIncrement();
                byte[] mail = SmtpMails.unique(mails.get((int) (number % mails.size())), number);
                String reply = client.deliver("sender@example.com", RECIPIENT, mail);
                if (!reply.startsWith("250")) {
                    throw new IOException("a mail was not taken: " + reply);
                }
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * count);
                }
                long after = System.nanoTime();
                latencies[count++] = after - now;
                now = after;
            }
        }
        return Arrays.copyOf(latencies, count);
    }
}
