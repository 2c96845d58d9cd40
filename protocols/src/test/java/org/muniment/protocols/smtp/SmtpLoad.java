package org.muniment.protocols.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/**
 * Measures how fast the listener alone is: clients that keep their connections and a receiver that keeps nothing.
 *
 * <p>{@code java … SmtpLoad <clients> <messages> <bytes> <pipelining>}
 */
public final class SmtpLoad {
    private SmtpLoad() {}

    /** Runs two times, the first for warming up. */
    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[0]);
        int messages = Integer.parseInt(arguments[1]);
        byte[] message = message(Integer.parseInt(arguments[2]));
        boolean pipelining = Boolean.parseBoolean(arguments[3]);
        try (SmtpListener listener = SmtpListener.open(new TestSettings().build(), new Nowhere())) {
            for (int round = 0; round < 4; round++) {
                measure(listener.port(), clients, messages, message, pipelining);
            }
        }
    }

    private static byte[] message(int size) {
        byte[] message = new byte[size];
        Arrays.fill(message, (byte) 'x');
        for (int i = 78; i < size; i += 78) {
            message[i - 2] = '\r';
            message[i - 1] = '\n';
        }
        message[size - 2] = '\r';
        message[size - 1] = '\n';
        return message;
    }

    private static void measure(int port, int clients, int messages, byte[] message, boolean pipelining)
            throws Exception {
        long cpu = processCpu();
        long start = System.nanoTime();
        AtomicInteger left = new AtomicInteger(messages);
        List<Thread> threads = new ArrayList<>();
        for (int each : IntStream.range(0, clients).toArray()) {
            threads.add(Thread.ofPlatform().name("client-" + each).start(() -> {
                try (SmtpClient client =
                        new SmtpClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), pipelining)) {
                    while (left.getAndDecrement() > 0) {
                        client.deliver("ada@example.org", List.of("archive@example.org"), message);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%.0f messages/s, %.3f ms CPU each with the client%n",
                messages / seconds, (processCpu() - cpu) / 1e6 / messages);
    }

    private static long processCpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static final class Nowhere implements MailReceiver, Spool {
        private static final Receipt DONE = new Receipt.Archived("msg_none-1");

        @Override
        public Spool spool() {
            return this;
        }

        @Override
        public Receipt receive(Envelope envelope, RawMessage message) {
            return DONE;
        }

        @Override
        public Intake begin() {
            return new Dropped();
        }
    }

    private static final class Dropped extends Spool.Intake {
        private static final RawMessage NOTHING = new MemoryMessage(new byte[0]);
        private long size;

        @Override
        public void write(int b) {
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            size += length;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public RawMessage finish() {
            return NOTHING;
        }

        @Override
        public void close() {
            // There is nothing to discard.
        }
    }
}
