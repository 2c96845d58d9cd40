package org.muniment.mailbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk through files and folders that comes upon the mails in them, one after the other, in bounded memory.
 *
 * <p>It reads single mails, mboxes (mboxo, mboxrd, mboxcl, mboxcl2), Maildirs, folders with all below them, and zip,
 * tar, gzip and zstd files of these. Whatever cannot be read is reported and the walk goes on; nothing in a file makes
 * it fail. Symbolic links below a folder are not followed. What lies in archives and is larger than a few MiB goes
 * through a nameless file in the folder for temporary files.
 *
 * <p>Not thread-safe. An item can be opened until {@link #next} is called again.
 */
public final class MailFiles implements Closeable {
    private final Deque<Walk> walks = new ArrayDeque<>();
    private final Meter meter;
    private @Nullable Closeable held;

    private MailFiles(Meter meter, Walk first) {
        this.meter = meter;
        walks.push(first);
    }

    /** Begins a walk through what was named, in that order. */
    public static MailFiles open(List<Path> paths, Options options) {
        var meter = new Meter();
        return new MailFiles(meter, FolderWalk.named(List.copyOf(paths), options, meter));
    }

    /** Begins a walk through ordinary files that people call by other names, in that order. */
    public static MailFiles openNamed(List<NamedFile> files, Options options) {
        var meter = new Meter();
        return new MailFiles(meter, new NamedFilesWalk(List.copyOf(files), options, meter));
    }

    /**
     * The next finding, or {@code null} at the end.
     *
     * @throws IOException if a file cannot be closed
     */
    public @Nullable Finding next() throws IOException {
        release();
        while (!walks.isEmpty()) {
            switch (step(walks.element())) {
                case Step.Found found -> {
                    held = found.held();
                    return found.finding();
                }
                case Step.Into into -> walks.push(into.walk());
                case null -> walks.pop().close();
            }
        }
        return null;
    }

    /** How many bytes of the files that were named or found in folders have been passed, roughly. */
    public long bytesPassed() {
        return meter.bytes();
    }

    /** What stands in a broken archive makes decoders throw anything; the walk goes on behind the archive. */
    private @Nullable Step step(Walk walk) throws IOException {
        try {
            return walk.next();
        } catch (IOException | RuntimeException e) {
            walks.pop().close();
            return new Step.Found(new Unreadable(walk.path(), "", Reasons.of(e)));
        }
    }

    private void release() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    @Override
    public void close() throws IOException {
        release();
        while (!walks.isEmpty()) {
            walks.pop().close();
        }
    }
}
