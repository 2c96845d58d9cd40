package org.muniment.server.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.home.SecretBox.Purpose;

class SecretBoxTest {
    private static final byte[] SECRET = "a secret of twenty b".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private SecretBox box(String name) throws Exception {
        return box(name, Purpose.SECOND_FACTOR);
    }

    private SecretBox box(String name, Purpose purpose) throws Exception {
        var file = new MasterKeyFile(folder.resolve(name));
        file.ensure();
        return new SecretBox(file, purpose);
    }

    @Test
    void whatWasSealedIsOpenedByTheSameKeyForTheSamePersonAlone() throws Exception {
        String sealed = box("one").seal(SECRET, "adm_1");
        assertThat(box("one").open(sealed, "adm_1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> box("one").open(sealed, "adm_2")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> box("other").open(sealed, "adm_1"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("master key");
    }

    @Test
    void whatWasSealedForOnePurposeIsNotOpenedForAnother() throws Exception {
        String sealed = box("one", Purpose.DIRECTORY_SYNC).seal("a password", "org_1");
        assertThat(box("one", Purpose.DIRECTORY_SYNC).text(sealed, "org_1")).isEqualTo("a password");
        assertThatThrownBy(() -> box("one", Purpose.SECOND_FACTOR).open(sealed, "org_1"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(box("one", Purpose.DIRECTORY_SYNC).hash("ABCDE", "org_1"))
                .isNotEqualTo(box("one", Purpose.SECOND_FACTOR).hash("ABCDE", "org_1"));
    }

    /** These were sealed by the two classes that stood in the place of this one; databases hold such. */
    @Test
    void whatEarlierVersionsSealedIsOpened() throws Exception {
        Files.writeString(
                folder.resolve("known"), "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
        assertThat(box("known", Purpose.DIRECTORY_SYNC)
                        .text("1.qxqqaGl8bGTSklRg3RMYLYRi1g65z8ub27wTio2uwhhA2QgFZixGUk/vp2kvXQArqA==", "org_1"))
                .isEqualTo("the reader's password");
        SecretBox factors = box("known", Purpose.SECOND_FACTOR);
        assertThat(factors.open("1.i3yzKiaRAWcON0Ahb7n3cZcfP8pLuvDNMV0nkceseYFTDGtcwaLNv4AvCbGt+LsH", "adm_1"))
                .isEqualTo(SECRET);
        assertThat(factors.hash("ABCDE23456", "adm_1"))
                .isEqualTo("0a58a3fcf9234160d78730468d83bf8caa9a832c469cc96cddef785323747411");
    }

    @Test
    void everySealIsAnotherAndTellsNothing() throws Exception {
        SecretBox box = box("one");
        assertThat(box.seal(SECRET, "adm_1")).isNotEqualTo(box.seal(SECRET, "adm_1"));
        assertThat(box.toString()).isEqualTo("SecretBox[SECOND_FACTOR]");
    }

    @Test
    void aChangedBitIsFound() throws Exception {
        SecretBox box = box("one");
        String sealed = box.seal(SECRET, "adm_1");
        char changed = sealed.charAt(10) == 'A' ? 'B' : 'A';
        String forged = sealed.substring(0, 10) + changed + sealed.substring(11);
        assertThatThrownBy(() -> box.open(forged, "adm_1")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> box.open("2." + sealed.substring(2), "adm_1")).hasMessageContaining("newer version");
    }

    @Test
    void digestsDependOnTheKeyAndOnThePerson() throws Exception {
        SecretBox box = box("one");
        String digest = box.hash("ABCDE23456", "adm_1");
        assertThat(digest).hasSize(64).isEqualTo(box("one").hash("ABCDE23456", "adm_1"));
        assertThat(box.hash("ABCDE23456", "adm_2")).isNotEqualTo(digest);
        assertThat(box("other").hash("ABCDE23456", "adm_1")).isNotEqualTo(digest);
    }
}
