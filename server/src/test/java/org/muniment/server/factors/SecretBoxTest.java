package org.muniment.server.factors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.home.MasterKeyFile;

class SecretBoxTest {
    private static final byte[] SECRET = "a secret of twenty b".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private SecretBox box(String name) throws Exception {
        var file = new MasterKeyFile(folder.resolve(name));
        file.ensure();
        return new SecretBox(file);
    }

    @Test
    void whatWasSealedIsOpenedByTheSameKeyForTheSamePersonAlone() throws Exception {
        String sealed = box("one").seal(SECRET, "adm_1");
        assertThat(box("one").open(sealed, "adm_1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> box("one").open(sealed, "adm_2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box("other").open(sealed, "adm_1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("master key");
    }

    @Test
    void everySealIsAnotherAndTellsNothing() throws Exception {
        SecretBox box = box("one");
        assertThat(box.seal(SECRET, "adm_1")).isNotEqualTo(box.seal(SECRET, "adm_1"));
        assertThat(box.toString()).isEqualTo("SecretBox");
    }

    @Test
    void aChangedBitIsFound() throws Exception {
        SecretBox box = box("one");
        String sealed = box.seal(SECRET, "adm_1");
        char changed = sealed.charAt(10) == 'A' ? 'B' : 'A';
        String forged = sealed.substring(0, 10) + changed + sealed.substring(11);
        assertThatThrownBy(() -> box.open(forged, "adm_1")).isInstanceOf(IllegalStateException.class);
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
