package org.muniment.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.muniment.evidence.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link Counts} in a small file. Derived: a file that is missing, damaged or of another version is made again
 * from the store.
 *
 * <p>Magic {@code MUNITLY\0}, version (4 bytes), then rows, each behind its number of entries (4 bytes): writers (name,
 * position), names, hours (hour since 1970, merged, excluded, a row of index of a source's name and messages, a row of rule
 * number and mails, a row of index of an exclusion's name and mails), sent days (day since 1970, messages); last the
 * CRC-32C of all before it. Numbers are of 8 bytes, indexes and rule numbers of 4, names as of
 * {@link DataOutputStream#writeUTF}.
 */
final class CountsFile {
    private static final Logger LOG = LoggerFactory.getLogger(CountsFile.class);
    private static final byte[] MAGIC = "MUNITLY\0".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 2;
    private static final int HEAD = 12;
    private static final int CHECKSUM = 4;

    private final Disk disk;
    private final Path file;

    CountsFile(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /** The counts of the file; none if it cannot be used. */
    Counts read() throws IOException {
        byte[] bytes;
        try {
            bytes = disk.read(file);
        } catch (NoSuchFileException e) {
            return new Counts();
        }
        if (!isSound(bytes)) {
            LOG.warn("{} is damaged or of another version; its counts are made again from the store", file);
            return new Counts();
        }
        return decode(new DataInputStream(new ByteArrayInputStream(bytes, HEAD, bytes.length - HEAD - CHECKSUM)));
    }

    private static boolean isSound(byte[] bytes) {
        return bytes.length >= HEAD + CHECKSUM
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && ByteBuffer.wrap(bytes).getInt(MAGIC.length) == VERSION
                && ByteBuffer.wrap(bytes).getInt(bytes.length - CHECKSUM) == checksum(bytes);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - CHECKSUM);
        return (int) crc.getValue();
    }

    private static Counts decode(DataInputStream in) throws IOException {
        Counts counts = new Counts();
        for (int n = in.readInt(); n > 0; n--) {
            counts.positions().put(in.readUTF(), in.readLong());
        }
        List<String> names = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            names.add(in.readUTF());
        }
        for (int n = in.readInt(); n > 0; n--) {
            Counts.Hour hour = new Counts.Hour();
            counts.hours().put(in.readLong(), hour);
            hour.merged = in.readLong();
            hour.excluded = in.readLong();
            for (int m = in.readInt(); m > 0; m--) {
                hour.archived.put(names.get(in.readInt()), in.readLong());
            }
            for (int m = in.readInt(); m > 0; m--) {
                hour.rules.put(in.readInt(), in.readLong());
            }
            for (int m = in.readInt(); m > 0; m--) {
                hour.excludedBy.put(names.get(in.readInt()), in.readLong());
            }
        }
        for (int n = in.readInt(); n > 0; n--) {
            counts.sentDays().put(in.readLong(), in.readLong());
        }
        return counts;
    }

    /** Writes the counts, durable at return; after a crash the file is the old one or the new one. */
    void write(byte[] encoded) throws IOException {
        disk.writeAtomically(file, encoded);
    }

    static byte[] encode(Counts counts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(VERSION);
            encode(counts, out);
            out.writeInt(0);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        byte[] encoded = bytes.toByteArray();
        ByteBuffer.wrap(encoded).putInt(encoded.length - CHECKSUM, checksum(encoded));
        return encoded;
    }

    private static void encode(Counts counts, DataOutputStream out) throws IOException {
        out.writeInt(counts.positions().size());
        for (Map.Entry<String, Long> position : counts.positions().entrySet()) {
            out.writeUTF(position.getKey());
            out.writeLong(position.getValue());
        }
        TreeSet<String> sorted = new TreeSet<>();
        for (Counts.Hour hour : counts.hours().values()) {
            sorted.addAll(hour.archived.keySet());
            sorted.addAll(hour.excludedBy.keySet());
        }
        List<String> names = List.copyOf(sorted);
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
        encodeHours(counts, names, out);
        out.writeInt(counts.sentDays().size());
        for (Map.Entry<Long, Long> day : counts.sentDays().entrySet()) {
            out.writeLong(day.getKey());
            out.writeLong(day.getValue());
        }
    }

    private static void encodeHours(Counts counts, List<String> names, DataOutputStream out) throws IOException {
        out.writeInt(counts.hours().size());
        for (Map.Entry<Long, Counts.Hour> entry : counts.hours().entrySet()) {
            Counts.Hour hour = entry.getValue();
            out.writeLong(entry.getKey());
            out.writeLong(hour.merged);
            out.writeLong(hour.excluded);
            encodeNamed(hour.archived, names, out);
            out.writeInt(hour.rules.size());
            for (Map.Entry<Integer, Long> rule : hour.rules.entrySet()) {
                out.writeInt(rule.getKey());
                out.writeLong(rule.getValue());
            }
            encodeNamed(hour.excludedBy, names, out);
        }
    }

    private static void encodeNamed(Map<String, Long> row, List<String> names, DataOutputStream out)
            throws IOException {
        out.writeInt(row.size());
        for (Map.Entry<String, Long> entry : row.entrySet()) {
            out.writeInt(names.indexOf(entry.getKey()));
            out.writeLong(entry.getValue());
        }
    }
}
