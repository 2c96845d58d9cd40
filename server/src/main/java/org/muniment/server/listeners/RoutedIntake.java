package org.muniment.server.listeners;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/**
 * Takes a mail in while it is open whose it is: a small one stays in memory, and of a large one so much is looked at as
 * archives keep in memory anyway, which is nearly always its whole header, before an archive is chosen to spool it.
 */
final class RoutedIntake extends Spool.Intake {

    /** Chooses by the beginning of a mail. */
    @FunctionalInterface
    interface Choice {
        Spool of(InputStream beginning) throws IOException;
    }

    private static final int FIRST = 8 << 10;
    private static final int MOST = 256 << 10;

    private final Choice choice;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(FIRST);
    private Spool.@Nullable Intake chosen;

    RoutedIntake(Choice choice) {
        this.choice = choice;
    }

    @Override
    public long size() {
        return chosen == null ? memory.size() : chosen.size();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (chosen == null && length > MOST - memory.size()) {
            byte[] beginning = memory.toByteArray();
            chosen = choice.of(new ByteArrayInputStream(beginning)).begin();
            chosen.write(beginning);
            memory = new ByteArrayOutputStream(0);
        }
        if (chosen == null) {
            memory.write(bytes, offset, length);
        } else {
            chosen.write(bytes, offset, length);
        }
    }

    @Override
    public RawMessage finish() throws IOException {
        return chosen == null ? new MemoryMessage(memory.toByteArray()) : chosen.finish();
    }

    @Override
    public void close() {
        if (chosen != null) {
            chosen.close();
        }
    }
}
