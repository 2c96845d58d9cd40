package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.evidence.Disk;

/** The keyring is the second thing to back up: what happens to its copies, and what an old copy still opens. */
final class KeyringTest {
    @TempDir
    Path folder;

    private StoreSettings settings;

    @BeforeEach
    void fillAStore() throws IOException {
        settings = StoreFixture.settings(folder);
        append(StoreFixture.DUE, "one");
    }

    @AfterEach
    void bothCopiesAreTheSame() throws IOException {
        if (Files.exists(settings.keyring()) && Files.exists(settings.keyringCopy())) {
            assertThat(settings.keyringCopy()).hasSameBinaryContentAs(settings.keyring());
        }
    }

    private void append(int day, String text) throws IOException {
        try (Store store = Store.open(settings)) {
            store.appendAndWait(StoreFixture.message(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), day));
        }
    }

    private void assertReads(String... texts) throws IOException {
        try (Store store = Store.open(settings)) {
            for (int i = 0; i < texts.length; i++) {
                assertThat(StoreFixture.text(store, new RecordId("test1", i + 1)))
                        .isEqualTo(texts[i]);
            }
        }
        assertThat(StoreFixture.check(folder).failures()).isEmpty();
    }

    @Test
    void aMissingCopyIsMadeGood() throws IOException {
        for (Path copy : new Path[] {settings.keyring(), settings.keyringCopy()}) {
            Files.delete(copy);
            assertReads("one");
            assertThat(copy).exists();
        }
    }

    @Test
    void aDamagedCopyIsMadeGood() throws IOException {
        for (Path copy : new Path[] {settings.keyring(), settings.keyringCopy()}) {
            byte[] bytes = Files.readAllBytes(copy);
            bytes[bytes.length / 2]++;
            Files.write(copy, bytes);
            assertReads("one");
            assertThat(settings.keyringCopy()).hasSameBinaryContentAs(settings.keyring());
        }
    }

    @Test
    void anEmptyOrCutCopyIsMadeGood() throws IOException {
        byte[] whole = Files.readAllBytes(settings.keyring());
        for (int length : new int[] {0, 7, 41, 55, whole.length - 1}) {
            Files.write(settings.keyring(), java.util.Arrays.copyOf(whole, length));
            assertReads("one");
        }
    }

    @Test
    void anOlderCopyIsMadeGood() throws IOException {
        byte[] older = Files.readAllBytes(settings.keyringCopy());
        append(StoreFixture.DUE + 1, "two");
        assertThat(Files.readAllBytes(settings.keyringCopy())).isNotEqualTo(older);
        Files.write(settings.keyringCopy(), older);
        assertReads("one", "two");
    }

    @Test
    void withoutAnyCopyTheStoreSaysWhatToPutBack() throws IOException {
        Files.delete(settings.keyring());
        Files.delete(settings.keyringCopy());

        assertThatThrownBy(() -> Store.open(settings))
                .hasMessageContaining("Put back a copy")
                .hasMessageContaining(settings.keyring().toString())
                .hasMessageContaining(settings.keyringCopy().toString());
        assertThat(settings.keyring()).doesNotExist(); // no new one is made beside volumes that need the old one
    }

    @Test
    void theWrongMasterKeyIsSaid() {
        StoreSettings wrong = new StoreSettings(
                Disk.real(),
                settings.folder(),
                settings.keyring(),
                settings.keyringCopy(),
                MasterKey.parse("ff".repeat(32)),
                settings.writer(),
                settings.volumeBytes(),
                0);

        assertThatThrownBy(() -> Store.open(wrong)).hasMessageContaining("the master key does not open it");
    }

    @Test
    void aCopyFromBeforeTodayStillOpensTodaysMail() throws IOException {
        byte[] before = Files.readAllBytes(settings.keyring());
        for (int day = 1; day <= 30; day++) {
            append(StoreFixture.DUE + day, "day " + day);
        }
        Files.write(settings.keyring(), before);
        Files.write(settings.keyringCopy(), before);

        String[] texts = new String[31];
        texts[0] = "one";
        for (int day = 1; day <= 30; day++) {
            texts[day] = "day " + day;
        }
        assertReads(texts);
    }

    @Test
    void aCopyFromBeforeTodayGivesNoDayTheKeyOfAnother() throws IOException {
        byte[] before = Files.readAllBytes(settings.keyring());
        append(StoreFixture.DUE + 1, "two");
        Files.write(settings.keyring(), before);
        Files.write(settings.keyringCopy(), before);
        append(StoreFixture.DUE + 2, "three");

        StoreScript.noKeyServesTwoDays(settings);
        assertReads("one", "two", "three");
    }
}
