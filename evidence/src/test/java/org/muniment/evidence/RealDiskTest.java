package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealDiskTest extends DiskContract {
    @TempDir
    Path home;

    @Override
    Disk disk() {
        return Disk.real();
    }

    @Override
    Path home() {
        return home;
    }

    @Test
    void interruptedReaderFailsAlone() throws IOException {
        try (DiskFile log = disk().openForAppend(home.resolve("log"))) {
            log.append(text("before"));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> log.read(ByteBuffer.allocate(6), 0))
                    .isInstanceOf(ClosedByInterruptException.class);
            assertThat(Thread.interrupted()).isTrue();

            ByteBuffer into = ByteBuffer.allocate(6);
            assertThat(log.read(into, 0)).isEqualTo(6);
            log.append(text(" after"));
            log.sync();
            assertThat(log.size()).isEqualTo(12);
        }
    }

    @Test
    void interruptedAppendBreaksTheFile() throws IOException {
        try (DiskFile log = disk().openForAppend(home.resolve("log"))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> log.append(text("lost"))).isInstanceOf(ClosedByInterruptException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThatThrownBy(() -> log.append(text("more")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the last append failed");
            assertThatThrownBy(log::sync).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closedFileIsNotOpenedAgain() throws IOException {
        DiskFile log = disk().openForAppend(home.resolve("log"));
        log.close();
        assertThatThrownBy(() -> log.read(ByteBuffer.allocate(1), 0)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(log::size).isInstanceOf(ClosedChannelException.class);
    }
}
