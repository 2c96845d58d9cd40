package org.muniment.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.muniment.archive.ArchiveSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes progress as lines of JSON, a few per second however often it is told. Thread-safe.
 *
 * <p>When the client has gone the work is ended by the exception that {@link #done} throws.
 */
final class ProgressLines implements ArchiveSession.Progress {
    private static final long PAUSE_NANOS = 200_000_000;

    private final OutputStream out;
    private final JsonMapper json;
    private long lastLine = System.nanoTime() - PAUSE_NANOS;

    ProgressLines(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    private record Line(long done, long total) {}

    @Override
    public synchronized void done(long done, long total) {
        long now = System.nanoTime();
        if (now - lastLine < PAUSE_NANOS) {
            return;
        }
        lastLine = now;
        try {
            last(new Line(done, total));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line at once. */
    synchronized void last(Object line) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
        out.flush();
    }
}
