package org.muniment.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.muniment.evidence.Disk;

/** Makes content readable again from what a payload says of it. Thread-safe. */
final class Contents {
    private final Disk disk;
    private final Path folder;
    private final Records records;

    /** Finds the payload of another record, whose content this one's builds on. */
    @FunctionalInterface
    interface Records {
        Payload payload(RecordId id) throws IOException;
    }

    Contents(Disk disk, Path folder, Records records) {
        this.disk = disk;
        this.folder = folder;
        this.records = records;
    }

    Content of(Payload payload) throws IOException {
        return switch (payload.coding()) {
            case NONE -> new InMemory(new byte[0], payload.sha256());
            case BYTES -> checked(payload.data(), payload);
            case FILE -> LargeContent.of(disk, folder, payload.data(), payload.size(), payload.sha256());
            case SAME -> base(payload);
            case DIFFERENCE -> checked(restore(payload), payload);
            case TAIL -> new Spliced(payload.data(), base(payload), payload.from(), payload.size(), payload.sha256());
        };
    }

    private byte[] restore(Payload payload) throws IOException {
        byte[] base;
        try (InputStream in = base(payload).open()) {
            base = in.readAllBytes();
        }
        return Compression.unpackAgainst(base, payload.data(), Payload.MAX_LENGTH);
    }

    private Content base(Payload payload) throws IOException {
        RecordId id = payload.base();
        if (id == null) {
            throw new IOException("the payload does not name its base");
        }
        Payload base = records.payload(id);
        if (base.base() != null) {
            throw new IOException("the content of " + id + " is itself a difference");
        }
        return of(base);
    }

    private static Content checked(byte[] bytes, Payload payload) throws IOException {
        if (bytes.length != payload.size() || !Arrays.equals(Digests.sha256(bytes), payload.sha256())) {
            throw new IOException("size or SHA-256 of the content differs from what the payload says");
        }
        return new InMemory(bytes, payload.sha256());
    }

    /** Small content, checked when it was read. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares contents
    record InMemory(byte[] bytes, byte[] sha256) implements Content {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Own first bytes, then those of another content. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares contents
    private record Spliced(byte[] head, Content base, long from, long size, byte[] sha256) implements Content {
        @Override
        public InputStream open() throws IOException {
            InputStream tail = base.open();
            tail.skipNBytes(from);
            return new Checking(new SequenceInputStream(new ByteArrayInputStream(head), tail), size, sha256);
        }
    }

    /** Checks the digest of a stream when its end is reached. */
    private static final class Checking extends InputStream {
        private final InputStream in;
        private final long size;
        private final byte[] sha256;
        private final MessageDigest digest = Digests.fresh();
        private long read;

        Checking(InputStream in, long size, byte[] sha256) {
            this.in = in;
            this.size = size;
            this.sha256 = sha256;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count > 0) {
                digest.update(into, offset, count);
                read += count;
            } else if (count < 0 && (read != size || !Arrays.equals(digest.digest(), sha256))) {
                throw new IOException("size or SHA-256 of the restored content differs from what the payload says");
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
