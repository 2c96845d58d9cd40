package org.muniment.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Takes what comes out of an archive, so that it can be read at any place: small in memory, large in a file. */
final class Spooled {
    private static final int IN_MEMORY = 4 << 20;
    private static final int PIECE = 1 << 20;
    private static final long LEAST_FREE = 256L << 20;

    private Spooled() {}

    static Bytes of(InputStream in, @Nullable Path folder) throws IOException {
        byte[] beginning = in.readNBytes(IN_MEMORY + 1);
        return beginning.length <= IN_MEMORY ? new MemoryBytes(beginning) : inFile(beginning, in, folder);
    }

    /** The file is readable by its owner only and loses its name at once, so that nothing is left after a crash. */
    private static Bytes inFile(byte[] beginning, InputStream rest, @Nullable Path folder) throws IOException {
        Path file = folder == null
                ? Files.createTempFile("muniment-", ".spool")
                : Files.createTempFile(folder, "muniment-", ".spool");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.deleteIfExists(file);
            FileStore disk =
                    Files.getFileStore(file.toAbsolutePath().resolveSibling(".")); // the file has no path any more
            OutputStream out = Channels.newOutputStream(channel);
            out.write(beginning);
            copy(rest, out, disk);
            return new FileBytes(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** What is unpacked must never be what fills the disk on which mail arrives. */
    private static void copy(InputStream in, OutputStream out, FileStore disk) throws IOException {
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            if (disk.getUsableSpace() < LEAST_FREE) {
                throw new IOException("there is too little room on the disk to unpack it");
            }
            out.write(piece);
        }
    }
}
