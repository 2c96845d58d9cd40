package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.evidence.Disk;

/** Old volumes stay readable for ever; a failure here is answered by changing the program, never the golden files. */
final class GoldenStoreTest {
    @TempDir
    Path folder;

    @Test
    void theStoreOfVersion1IsReadCheckedAndContinued() throws IOException {
        Map<String, String> expected = GoldenStore.copyVersion1(folder);
        StoreSettings settings = StoreFixture.settings(Disk.real(), folder, 1 << 20);
        assertThat(Check.ofFolder(settings, (done, total) -> {}).failures()).isEmpty();

        try (Store store = Store.open(settings)) {
            assertThat(store.problem()).isNull();
            assertThat(store.last()).isEqualTo(expected.size());
            for (var record : expected.entrySet()) {
                byte[] bytes = StoreFixture.bytes(store, RecordId.parse(record.getKey()));
                assertThat(HexFormat.of().formatHex(Digests.sha256(bytes)))
                        .as(record.getKey())
                        .isEqualTo(record.getValue());
            }
            store.appendAndWait(StoreFixture.message("goes on"));
        }
        assertThat(Check.ofFolder(settings, (done, total) -> {}).failures()).isEmpty();
    }
}
