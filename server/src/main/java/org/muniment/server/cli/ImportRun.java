package org.muniment.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.mailbox.Finding;
import org.muniment.mailbox.Item;
import org.muniment.mailbox.MailFiles;
import org.muniment.mailbox.Options;
import org.muniment.mailbox.Skipped;
import org.muniment.mailbox.Unreadable;

/** One import: walks, sends, counts. One thread walks, a few send. */
final class ImportRun {
    private final Server server;
    private final String id;
    private final FailureReport failures;
    private final Terminal terminal;
    private final Balance balance = new Balance();
    private ItemBatch batch = new ItemBatch();
    private long skipped;

    ImportRun(Server server, String id, FailureReport failures, Terminal terminal) {
        this.server = server;
        this.id = id;
        this.failures = failures;
        this.terminal = terminal;
    }

    /**
     * How an import ended.
     *
     * @param skipped files passed over because they hold no mail
     * @param stopped why it ended early; {@code null} if everything was walked through
     */
    record Ended(
            Balance.Counts counts,
            long skipped,
            double seconds,
            @Nullable CliException stopped) {}

    /** Imports everything; a server that does not take it ends the import early. */
    Ended through(List<Path> paths, Options options) throws IOException {
        try (ProgressLine progress = new ProgressLine(terminal)) {
            CliException stopped = null;
            try (SendingThreads sending = new SendingThreads(() -> sender(server.another()))) {
                walk(paths, options, sending, progress);
                sending.finish();
                server.post(
                                "/imports/" + Server.encoded(id) + "/finish",
                                balance.counts().json())
                        .bytes();
            } catch (CliException e) {
                stopped = e;
            }
            return new Ended(balance.counts(), skipped, progress.seconds(), stopped);
        }
    }

    private void walk(List<Path> paths, Options options, SendingThreads sending, ProgressLine progress)
            throws IOException {
        AtomicLong total = new AtomicLong();
        if (terminal.errIsTerminal()) {
            Thread.ofPlatform().daemon().start(() -> measure(paths, total));
        }
        try (MailFiles files = MailFiles.open(paths, options);
                ItemSender large = sender(server.another())) {
            for (Finding finding = files.next(); finding != null; finding = files.next()) {
                take(finding, sending, large);
                if (progress.due()) {
                    show(progress, files.bytesPassed(), total.get());
                }
            }
            if (!batch.isEmpty()) {
                sending.hand(batch);
            }
        }
    }

    private ItemSender sender(Server connection) {
        return new ItemSender(connection, id, balance, failures);
    }

    private void take(Finding finding, SendingThreads sending, ItemSender large) throws IOException {
        switch (finding) {
            case Skipped over -> skipped++;
            case Unreadable no -> failed(no.path(), no.position(), no.reason());
            case Item item
            when item.size() > ItemBatch.MOST_BYTES -> {
                sending.check();
                sendAlone(item, large);
            }
            case Item item -> {
                if (!batch.hasRoomFor(item)) {
                    sending.hand(batch);
                    batch = new ItemBatch();
                }
                add(item);
            }
        }
    }

    private void add(Item item) throws IOException {
        try {
            batch.add(item);
        } catch (IOException e) {
            failed(item.path(), item.position(), "cannot be read: " + e.getMessage());
        }
    }

    private void sendAlone(Item item, ItemSender large) throws IOException {
        try {
            large.send(new LargeItem(item), List.of(ItemBatch.label(item)));
        } catch (UnreadableItemException e) {
            failed(item.path(), item.position(), "cannot be read: " + e.getMessage());
        }
    }

    private void failed(String path, String position, String reason) throws IOException {
        balance.failed();
        failures.add(new FailureReport.Failure(path, position, reason));
    }

    private void show(ProgressLine progress, long passed, long total) {
        long found = balance.counts().found();
        progress.show(Texts.count(found) + " found · " + Texts.count(Math.round(found / progress.seconds())) + "/s · "
                + Texts.bytes(passed) + progress.eta(passed, total));
    }

    /** Adds up what there is to read, for the time that is left; it is a guess, so what cannot be read is left out. */
    private static void measure(List<Path> paths, AtomicLong total) {
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> total.addAndGet(file.toFile().length()));
            } catch (IOException | UncheckedIOException e) {
                total.set(Long.MIN_VALUE);
                return;
            }
        }
    }
}
