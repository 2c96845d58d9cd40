package org.muniment.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Takes what comes out of an archive, so that it can be read at any place: small in memory, large in a file. */
final class Spooled {
    private static final int IN_MEMORY = 4 << 20;

    private Spooled() {}

    static Bytes of(InputStream in) throws IOException {
        byte[] beginning = in.readNBytes(IN_MEMORY + 1);
        return beginning.length <= IN_MEMORY ? new MemoryBytes(beginning) : inFile(beginning, in);
    }

    /** The file is readable by its owner only and loses its name at once, so that nothing is left after a crash. */
    private static Bytes inFile(byte[] beginning, InputStream rest) throws IOException {
        Path file = Files.createTempFile("muniment-", ".spool");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.deleteIfExists(file);
            OutputStream out = Channels.newOutputStream(channel);
            out.write(beginning);
            rest.transferTo(out);
            return new FileBytes(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
