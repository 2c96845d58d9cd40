package org.muniment.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of a zip in the order in which they lie in it. */
final class ZipWalk implements Walk {
    private final Bytes bytes;
    private final ZipFile zip;
    private final Enumeration<ZipArchiveEntry> entries;
    private final Place place;
    private final Opener opener;
    private final EntryNames names = new EntryNames();

    ZipWalk(Bytes bytes, Place place, Opener opener) throws IOException {
        this.bytes = bytes;
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(bytes.channel())
                .setIgnoreLocalFileHeader(false)
                .get();
        this.entries = zip.getEntriesInPhysicalOrder();
        this.place = place;
        this.opener = opener;
    }

    @Override
    public @Nullable Step next() throws IOException {
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (!entry.isDirectory()) {
                return step(entry);
            }
        }
        return null;
    }

    private Step step(ZipArchiveEntry entry) throws IOException {
        place.budget().entry();
        String name = entry.getName();
        Place at = place.entry(names.position(name), name);
        String why = Beside.reason(name);
        if (why == null && entry.isUnixSymlink()) {
            why = "is a link to another entry";
        }
        if (why != null) {
            return new Step.Found(new Skipped(at.path(), why));
        }
        if (!zip.canReadEntryData(entry)) {
            return unreadable(at, "is encrypted or packed in a way that is not read: unpack the archive first");
        }
        try {
            return opener.open(unpacked(entry), at, name);
        } catch (Budget.TooMuchException e) {
            throw e;
        } catch (IOException e) {
            return unreadable(at, "is damaged in the archive: " + e.getMessage());
        }
    }

    private static Step unreadable(Place at, String reason) {
        return new Step.Found(new Unreadable(at.path(), at.position(), reason));
    }

    /** A damaged entry must not become a mail that nobody ever wrote. */
    private Bytes unpacked(ZipArchiveEntry entry) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = place.budget().counting(zip.getInputStream(entry))) {
            Bytes unpacked = opener.spool(new CheckedInputStream(in, crc));
            if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
                unpacked.close();
                throw new IOException("its checksum does not fit");
            }
            return unpacked;
        }
    }

    @Override
    public String path() {
        return place.path();
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            zip.close();
        }
    }
}
