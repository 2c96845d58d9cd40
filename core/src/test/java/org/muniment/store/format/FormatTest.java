package org.muniment.store.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.store.AllCodings;
import org.muniment.store.GoldenStore;

/** What the store writes can be read with the pages of docs/formats alone; and so can what version 1 once wrote. */
final class FormatTest {
    @TempDir
    Path folder;

    @Test
    void everythingTheStoreWritesIsReadFromTheDocumentAlone() throws Exception {
        Map<String, byte[]> originals = AllCodings.write(folder);

        assertThat(read(folder)).isEqualTo(digests(originals));
    }

    @Test
    void theReaderKnowsEveryCodingAndSeveralVolumes() throws Exception {
        Map<String, byte[]> originals = AllCodings.write(folder);

        VolumeReader reader = reader(folder);
        Map<Integer, String> codings = new TreeMap<>();
        for (String id : originals.keySet()) {
            codings.put(reader.read(id).coding(), id);
        }
        assertThat(codings).containsOnlyKeys(0, 1, 2, 3, 4, 5);
        assertThat(folder.resolve("store/volumes/test1-00000003.vol")).exists();
    }

    @Test
    void whatVersion1OnceWroteIsReadFromTheDocumentAlone() throws Exception {
        Map<String, String> expected = GoldenStore.copyVersion1(folder);

        assertThat(read(folder)).isEqualTo(expected);
    }

    private static VolumeReader reader(Path folder) throws IOException {
        return new VolumeReader(folder.resolve("store"), keys(folder));
    }

    private static Keys keys(Path folder) throws IOException {
        return new Keys(folder.resolve("keys/test.keyring"), AllCodings.MASTER_KEY);
    }

    /** Reads every record, recomputes the log over them, and returns what each holds. */
    private static Map<String, String> read(Path folder) throws Exception {
        VolumeReader reader = reader(folder);
        LogReader log = new LogReader(folder.resolve("store"), keys(folder), "test1");
        Map<String, String> found = new TreeMap<>();
        for (String id : reader.ids()) {
            Entry record = reader.read(id);
            log.add(record);
            found.put(id, digest(record.content()));
        }
        assertThat(reader.unfinished()).isEmpty();
        assertThat(log.tiles()).isEqualTo(reader.ids().size() / 256);
        assertThat(log.checkpoints()).isEqualTo(reader.ids().size());
        return found;
    }

    private static Map<String, String> digests(Map<String, byte[]> originals) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (var original : originals.entrySet()) {
            digests.put(original.getKey(), digest(original.getValue()));
        }
        return digests;
    }

    private static String digest(byte[] bytes) throws IOException {
        return java.util.HexFormat.of().formatHex(PayloadReader.sha256(bytes));
    }
}
