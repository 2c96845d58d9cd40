package org.muniment.server.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few batches on their way while the next one is read. After the first failure nothing more is sent, and what
 * is still handed over is dropped: it was not counted either.
 */
final class SendingThreads implements Closeable {
    private static final int THREADS = 3;
    private static final ItemBatch END = new ItemBatch();

    private final BlockingQueue<ItemBatch> waiting = new ArrayBlockingQueue<>(1);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    SendingThreads(Supplier<ItemSender> senders) {
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().daemon().name("send-" + i).start(() -> run(senders.get())));
        }
    }

    private void run(ItemSender sender) {
        try (sender) {
            for (ItemBatch batch = waiting.take(); batch != END; batch = waiting.take()) {
                if (failure.get() == null) {
                    send(sender, batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void send(ItemSender sender, ItemBatch batch) {
        try {
            sender.send(batch, batch.labels());
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    /**
     * Hands a batch over, waiting while enough are on their way.
     *
     * @throws IOException the failure of an earlier one
     */
    void hand(ItemBatch batch) throws IOException {
        put(batch);
        check();
    }

    private void put(ItemBatch batch) throws CliException {
        try {
            waiting.put(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.TRY_AGAIN, "The import was interrupted.", e);
        }
    }

    /** Throws the failure of an earlier batch, if there is one. */
    void check() throws IOException {
        IOException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    /** Waits until everything that was handed over has been answered. */
    void finish() throws IOException {
        close();
        check();
    }

    @Override
    public void close() throws CliException {
        List<Thread> running = List.copyOf(threads);
        threads.clear();
        for (int i = 0; i < running.size(); i++) {
            put(END);
        }
        try {
            for (Thread thread : running) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.TRY_AGAIN, "The import was interrupted.", e);
        }
    }
}
