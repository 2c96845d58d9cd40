package org.muniment.mailbox;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a file, or what came out of an archive, as what it is. One thread. */
final class Opener {
    /** 128 MiB, what {@code zstd --long=27} needs. */
    private static final int WINDOW_LOG = 27;

    /** Files up to this size are read at once. */
    private static final int SMALL = 1 << 20;

    private final Options options;
    private final Sha256 sha256;

    Opener(Options options, Sha256 sha256) {
        this.options = options;
        this.sha256 = sha256;
    }

    /**
     * Opens a file.
     *
     * @param path how people call it
     * @param name its last part, by which some kinds are told
     */
    Step file(Path file, long size, String path, String name, boolean inMaildir, Meter meter) throws IOException {
        Bytes bytes = size <= SMALL ? new MemoryBytes(Files.readAllBytes(file)) : new FileBytes(FileChannel.open(file));
        meter.file(bytes);
        String container;
        try {
            container = sha256.hex(bytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
        Budget budget = new Budget(options, bytes.size());
        return open(bytes, new Place(container, "", path, 0, inMaildir, budget), name);
    }

    /** Takes what comes out of an archive, so that it can be read at any place. */
    Bytes spool(InputStream unpacked) throws IOException {
        return Spooled.of(unpacked, options.spool());
    }

    /** Opens bytes as what they are. They belong to the step that is returned. */
    Step open(Bytes bytes, Place place, String name) throws IOException {
        try {
            return opened(bytes, place, name);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private Step opened(Bytes bytes, Place place, String name) throws IOException {
        if (bytes.size() == 0) {
            return no(bytes, place, "is empty");
        }
        Kind kind = Kind.of(new Head(bytes.head(Head.LENGTH)), name, options.format(), place.inMaildir());
        return switch (kind) {
            case Kind.Known known -> opened(known, bytes, place, name);
            case Kind.Other other ->
                no(
                        bytes,
                        place,
                        "does not look like a mail (" + other.what() + "); give --format eml to archive it as it is");
        };
    }

    private Step opened(Kind.Known kind, Bytes bytes, Place place, String name) throws IOException {
        return switch (kind) {
            case MAIL -> new Step.Found(whole(bytes, place), bytes);
            case MBOX -> new Step.Into(new MboxWalk(bytes, place, options.format(), sha256));
            case ZIP -> {
                place.budget().depth(place.depth());
                yield new Step.Into(new ZipWalk(bytes, place, this));
            }
            case TAR -> {
                place.budget().depth(place.depth());
                InputStream in = place.budget().counting(new RangeStream(bytes, 0, bytes.size()));
                yield new Step.Into(new TarWalk(in, bytes, place, this));
            }
            case GZIP ->
                unpack(new GZIPInputStream(new RangeStream(bytes, 0, bytes.size()), 1 << 16), bytes, place, name);
            case ZSTD -> unpack(zstd(bytes), bytes, place, name);
        };
    }

    private static Item whole(Bytes bytes, Place place) {
        return new Item(
                place.container(),
                place.ofMail(),
                place.path(),
                null,
                bytes.size(),
                () -> new RangeStream(bytes, 0, bytes.size()));
    }

    private static InputStream zstd(Bytes bytes) throws IOException {
        ZstdInputStream in = new ZstdInputStream(new RangeStream(bytes, 0, bytes.size()));
        in.setLongMax(WINDOW_LOG);
        return in;
    }

    /** A packed file is a tar, walked as it is unpacked, or one file, which may be anything. */
    private Step unpack(InputStream unpacking, Bytes bytes, Place place, String name) throws IOException {
        place.budget().depth(place.depth());
        InputStream unpacked = new BufferedInputStream(place.budget().counting(unpacking), 1 << 16);
        unpacked.mark(Head.LENGTH);
        byte[] head = unpacked.readNBytes(Head.LENGTH);
        unpacked.reset();
        String inner = name.replaceFirst("(?i)\\.(gz|zst|tgz|tzst)$", "");
        if (Kind.of(new Head(head), inner, options.format(), false) == Kind.Known.TAR) {
            return new Step.Into(new TarWalk(unpacked, bytes, place, this));
        }
        Bytes only = spool(unpacked);
        unpacked.close();
        bytes.close();
        return open(only, place.unpacked(), inner);
    }

    private static Step no(Bytes bytes, Place place, String reason) throws IOException {
        bytes.close();
        return new Step.Found(new Unreadable(place.path(), place.position(), reason));
    }
}
