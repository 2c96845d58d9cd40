package org.muniment.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.home.Home;

class TotpSecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void confirmingTwiceLeavesTheAppThatWasConfirmed() throws Exception {
        try (var database = Database.open(new Home(folder))) {
            DatabaseTest.organisation(database);
            new People(database).add(DatabaseTest.person(1));
            var secrets = new TotpSecrets(database);
            secrets.keepPending("adm_1", "one", NOW);
            assertThat(secrets.confirm("adm_1", "one", 7, NOW)).isTrue();
            assertThat(secrets.confirm("adm_1", "one", 7, NOW)).isFalse();
            assertThat(secrets.find("adm_1", false)).contains(new TotpSecrets.Secret("one", NOW, 7));
        }
    }

    @Test
    void theCodeOfOneAppConfirmsNoOther() throws Exception {
        try (var database = Database.open(new Home(folder))) {
            DatabaseTest.organisation(database);
            new People(database).add(DatabaseTest.person(1));
            var secrets = new TotpSecrets(database);
            secrets.keepPending("adm_1", "one", NOW);
            assertThat(secrets.confirm("adm_1", "one", 7, NOW)).isTrue();
            secrets.keepPending("adm_1", "two", NOW);
            secrets.keepPending("adm_1", "three", NOW);
            assertThat(secrets.confirm("adm_1", "two", 8, NOW)).isFalse();
            assertThat(secrets.find("adm_1", false)).isPresent();
            assertThat(secrets.confirm("adm_1", "three", 8, NOW)).isTrue();
            assertThat(secrets.find("adm_1", false)).contains(new TotpSecrets.Secret("three", NOW, 8));
        }
    }
}
