package org.muniment.protocols.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** Keeps each message in a file that goes when the message is closed. For generated messages only: nothing is encrypted. */
record FileSpool(Path folder) implements Spool {

    @Override
    public Intake begin() {
        try {
            return new FileIntake(Files.createTempFile(folder, "spool", ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FileIntake extends Intake {
        private final Path file;
        private final OutputStream out;
        private final MessageDigest digest;
        private long size;
        private boolean finished;

        FileIntake(Path file) throws IOException {
            this.file = file;
            this.out = Files.newOutputStream(file);
            this.digest = sha256();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every JDK has SHA-256", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public RawMessage finish() throws IOException {
            out.close();
            finished = true;
            return new InFile(file, size, digest.digest());
        }

        @Override
        public void close() {
            try {
                out.close();
                if (!finished) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class InFile implements RawMessage {
        private final Path file;
        private final long size;
        private final byte[] sha256;

        InFile(Path file, long size, byte[] sha256) {
            this.file = file;
            this.size = size;
            this.sha256 = sha256;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public byte[] sha256() {
            return sha256;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
