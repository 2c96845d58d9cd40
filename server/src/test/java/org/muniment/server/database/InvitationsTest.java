package org.muniment.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.home.Home;

class InvitationsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void anOldCodeUsesUpNothingOnceANewInvitationIsMade() throws Exception {
        try (var database = Database.open(new Home(folder))) {
            DatabaseTest.organisation(database);
            new People(database).add(DatabaseTest.person(1));
            var invitations = new Invitations(database);
            Instant end = NOW.plusSeconds(60);
            invitations.keep("adm_1", "old", NOW, end);
            invitations.keep("adm_1", "new", NOW, end);
            assertThat(invitations.use("old")).isFalse();
            assertThat(invitations.find("new", NOW)).contains(new Invitations.Invitation("adm_1", end));
            assertThat(invitations.use("new")).isTrue();
            assertThat(invitations.use("new")).isFalse();
        }
    }
}
