package org.muniment.server.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    private Home home = new Home(Path.of("unset"));

    @BeforeEach
    void prepare() throws Exception {
        home = new Home(folder.resolve("some").resolve("home"));
        home.prepare();
    }

    @Test
    void theHomeIsClosedToEverybodyElse() throws Exception {
        assertThat(permissions(home.folder())).isEqualTo("rwx------");
    }

    @Test
    void aHomeThatWasOpenIsClosed() throws Exception {
        Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        home.prepare();
        assertThat(permissions(home.folder())).isEqualTo("rwx------");
    }

    @Test
    void aSecondServerIsToldWhoHasTheHome() throws Exception {
        try (var _ = home.lock()) {
            assertThatThrownBy(home::lock)
                    .isInstanceOf(HomeInUseException.class)
                    .hasMessageContaining("is in use by another Muniment process (pid "
                            + ProcessHandle.current().pid() + ")");
        }
        try (var again = home.lock()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void theMasterKeyIsMadeOnceAndReadableForItsOwnerAlone() throws Exception {
        var file = new MasterKeyFile(home.folder().resolve("master.key"));
        file.ensure();
        String first = Files.readString(file.file());
        file.ensure();
        assertThat(Files.readString(file.file())).isEqualTo(first).matches("[0-9a-f]{64}\n");
        assertThat(permissions(file.file())).isEqualTo("rw-------");
    }

    @Test
    void aMissingMasterKeyIsNeverReplaced() {
        var file = new MasterKeyFile(home.folder().resolve("master.key"));
        assertThatThrownBy(file::read).hasMessageContaining("is missing; without it no mail can be read");
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void aFileThatIsNoMasterKeyIsRefused() throws Exception {
        var file = new MasterKeyFile(home.folder().resolve("master.key"));
        Files.writeString(file.file(), "not a key");
        assertThatThrownBy(file::ensure).hasMessageContaining("does not hold a master key");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
