package org.muniment.store.format;

import static org.muniment.store.format.Keys.demand;
import static org.muniment.store.format.Keys.take;
import static org.muniment.store.format.Keys.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Reads a store's folder from {@code volume.md} alone: sections 1 to 4. Not thread-safe. */
public final class VolumeReader {
    private static final int MOST_OF_A_BATCH = 33_554_432;

    private final Path store;
    private final byte[] storeId;
    private final Keys keys;
    private final Map<String, byte[]> records = new LinkedHashMap<>();
    private final Map<String, Long> due = new LinkedHashMap<>();
    private final List<String> unfinished = new ArrayList<>();

    /** Reads all volumes below the folder; records are decrypted when they are asked for. */
    public VolumeReader(Path store, Keys keys) throws IOException {
        this.store = store;
        this.keys = keys;
        String id = Files.readString(store.resolve("store.id"));
        demand(id.matches("[0-9a-f]{32}\n"), "form of store.id");
        this.storeId = HexFormat.of().parseHex(id.strip());
        demand(java.util.Arrays.equals(storeId, keys.storeId()), "keyring of this store");
        List<Path> volumes;
        try (Stream<Path> files = Files.list(store.resolve("volumes"))) {
            volumes = files.filter(f -> f.toString().endsWith(".vol")).sorted().toList();
        }
        for (int i = 0; i < volumes.size(); i++) {
            boolean last = i + 1 == volumes.size() || !writerOf(volumes.get(i)).equals(writerOf(volumes.get(i + 1)));
            volume(volumes.get(i), last);
        }
    }

    private static String writerOf(Path volume) {
        return volume.getFileName().toString().replaceFirst("-\\d{8}\\.vol$", "");
    }

    /** The ids of all records, {@code <writer>-<number>}, in their order. */
    public List<String> ids() {
        return List.copyOf(records.keySet());
    }

    /** Volumes whose end is no intact batch, with the place where it begins. */
    public List<String> unfinished() {
        return List.copyOf(unfinished);
    }

    /** Decrypts a record, restores its content and compares everything that can be compared. */
    public Entry read(String id) throws IOException {
        byte[] record = records.get(id);
        if (record == null) {
            throw new IOException("expected: record " + id);
        }
        return new PayloadReader(store, keys, this).read(id.substring(0, id.lastIndexOf('-')), record);
    }

    private void volume(Path file, boolean last) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        String writer = writerOf(file);
        header(bytes, writer, file.getFileName().toString());
        while (bytes.hasRemaining()) {
            int at = bytes.position();
            try {
                batch(bytes, writer);
            } catch (IOException e) {
                demand(last, "intact batch at " + at + " of " + file + ": " + e.getMessage());
                unfinished.add(file + " from " + at);
                return;
            }
        }
    }

    private void header(ByteBuffer bytes, String writer, String name) throws IOException {
        demand(bytes.remaining() >= 128, "header of " + name);
        demand(bytes.getInt(124) == crc(bytes, 0, 124), "checksum of the header of " + name);
        demand(text(bytes, 8).equals("MUNIVOL\0"), "magic of " + name);
        demand(bytes.getShort() == 1 && bytes.getShort() == 0 && bytes.getInt() == 128, "version of " + name);
        demand(java.util.Arrays.equals(take(bytes, 16), storeId), "store id of " + name);
        demand(text(bytes, 16).replace("\0", "").equals(writer), "writer of " + name);
        demand(name.equals("%s-%08d.vol".formatted(writer, bytes.getLong())), "sequence of " + name);
        demand(bytes.getLong() == due.computeIfAbsent(writer, w -> 1L), "first number of " + name);
        bytes.getLong(); // when it was begun
        demand(
                new String(take(bytes, 52), java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()
                        || bytes.get(72) == 0,
                "zero bytes of " + name);
        bytes.position(128);
    }

    private void batch(ByteBuffer bytes, String writer) throws IOException {
        int at = bytes.position();
        demand(bytes.remaining() >= 40, "head of a batch");
        demand(bytes.getInt(at + 32) == crc(bytes, at, 32), "checksum of a batch's head");
        demand(text(bytes, 4).equals("MBAT"), "magic of a batch");
        int length = bytes.getInt();
        int count = bytes.getInt();
        demand(length >= 40 && length <= MOST_OF_A_BATCH && length <= bytes.limit() - at, "length of a batch");
        demand(bytes.getInt() == 0, "zero in a batch's head");
        long number = bytes.getLong();
        demand(number == due.getOrDefault(writer, 1L), "number that is due");
        demand(bytes.getInt(at + 36) == crc(bytes, at + 40, length - 40), "checksum of a batch");
        bytes.position(at + 40);
        for (int i = 0; i < count; i++) {
            record(bytes, writer, number + i);
        }
        demand(bytes.position() == at + length, "end of a batch");
        due.put(writer, number + count);
    }

    private void record(ByteBuffer bytes, String writer, long number) throws IOException {
        int at = bytes.position();
        demand(text(bytes, 4).equals("MREC"), "magic of a record");
        byte[] record = new byte[bytes.getInt()];
        bytes.get(at, record);
        ByteBuffer frame = ByteBuffer.wrap(record);
        demand(frame.get(8) == 1, "version of a record");
        demand(frame.getLong(16) == number, "number of a record");
        demand(frame.getInt(52) == record.length - 96, "length of a payload");
        CRC32C crc = new CRC32C();
        crc.update(record, 0, 92);
        crc.update(record, 96, record.length - 96);
        demand(frame.getInt(92) == (int) crc.getValue(), "checksum of a record");
        records.put(writer + "-" + number, record);
        bytes.position(at + record.length);
    }

    private static int crc(ByteBuffer bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(from, length));
        return (int) crc.getValue();
    }
}
