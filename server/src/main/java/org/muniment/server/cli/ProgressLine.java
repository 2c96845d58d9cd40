package org.muniment.server.cli;

import java.io.Closeable;

/** One line on standard error that is written again and again, and wiped at the end; nothing if nobody looks. */
final class ProgressLine implements Closeable {
    private static final long PAUSE_NANOS = 250_000_000;

    private final Terminal terminal;
    private final boolean shown;
    private final long began = System.nanoTime();
    private long last = began - PAUSE_NANOS;
    private int length;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
        this.shown = terminal.errIsTerminal();
    }

    /** Whether it is time to write again. */
    boolean due() {
        return shown && System.nanoTime() - last >= PAUSE_NANOS;
    }

    double seconds() {
        return Math.max(1e-3, (System.nanoTime() - began) / 1e9);
    }

    /** Progress of a check. */
    void verified(long done, long total) {
        if (due()) {
            show(Texts.count(done) + " of " + Texts.count(total) + " records checked" + eta(done, total));
        }
    }

    /** How long it will still take, as far as one can say; empty at the beginning. */
    String eta(long done, long total) {
        if (seconds() < 2 || done <= 0 || total <= done) {
            return "";
        }
        long left = Math.round(seconds() * (double) (total - done) / (double) done);
        return " · " + 100 * done / total + " % · " + Texts.duration(left) + " left";
    }

    void show(String text) {
        last = System.nanoTime();
        String padding = " ".repeat(Math.max(0, length - text.length()));
        terminal.err().print("\r" + text + padding);
        terminal.err().flush();
        length = text.length();
    }

    @Override
    public void close() {
        if (length > 0) {
            terminal.err().print("\r" + " ".repeat(length) + "\r");
            terminal.err().flush();
            length = 0;
        }
    }
}
