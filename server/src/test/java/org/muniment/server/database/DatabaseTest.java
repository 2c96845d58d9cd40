package org.muniment.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muniment.server.database.Sessions.Kind.COOKIE;
import static org.muniment.server.database.Sessions.Kind.TOKEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.home.Home;

class DatabaseTest {
    private static final int BEFORE_THE_KILL = 60;

    @TempDir
    private Path folder;

    /** Adds people for ever and says after each that it is done; the test kills it. */
    static final class Adding {
        public static void main(String[] args) throws IOException {
            try (var database = Database.open(new Home(Path.of(args[0])))) {
                organisation(database);
                var people = new People(database);
                for (int i = 0; ; i++) {
                    people.add(person(i));
                    System.out.println(i);
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void whatWasAnsweredSurvivesAKill() throws Exception {
        Path said = folder.resolve("said");
        Process adding = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Adding.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> answered(said) >= BEFORE_THE_KILL);
        } finally {
            adding.destroyForcibly().waitFor();
        }
        try (var database = Database.open(new Home(folder))) {
            var people = new People(database);
            for (int i = 0; i < answered(said); i++) {
                assertThat(people.find(person(i).address())).as("person %s", i).isPresent();
            }
        }
    }

    /** How many whole lines were written. */
    private static long answered(Path said) throws IOException {
        return Files.readString(said).chars().filter(c -> c == '\n').count();
    }

    @Test
    void aSessionEndsAtItsTimeOrWhenItIsNotUsed() throws Exception {
        try (var database = Database.open(new Home(folder))) {
            organisation(database);
            var people = new People(database);
            people.add(person(1));
            var sessions = new Sessions(database, people);
            Instant now = Instant.parse("2026-11-22T12:00:00Z");
            Instant end = now.plusSeconds(43_200);
            String one = person(1).id();
            sessions.begin("long", new Sessions.Beginning(TOKEN, one, "10.0.0.1", false, now, end, null));
            Duration idle = Duration.ofMinutes(30);
            sessions.begin(
                    "idle", new Sessions.Beginning(COOKIE, one, "10.0.0.2", false, now.plusSeconds(1), end, idle));

            assertThat(sessions.use("long", TOKEN, now.plusSeconds(43_199))).isPresent();
            assertThat(sessions.use("long", TOKEN, now.plusSeconds(43_200))).isEmpty();
            assertThat(sessions.use("idle", COOKIE, now.plusSeconds(1_700))).isPresent();
            assertThat(sessions.use("idle", COOKIE, now.plusSeconds(3_400)))
                    .as("used in between")
                    .isPresent();
            assertThat(sessions.use("idle", COOKIE, now.plusSeconds(5_300))).isEmpty();
            assertThat(sessions.use("unknown", TOKEN, now)).isEmpty();
            assertThat(sessions.use("long", COOKIE, now))
                    .as("a token is no cookie")
                    .isEmpty();
            assertThat(sessions.use("idle", TOKEN, now.plusSeconds(5)))
                    .as("a cookie is no token")
                    .isEmpty();
            assertThat(sessions.find("long").orElseThrow().before()).isEmpty();
            assertThat(sessions.find("idle").orElseThrow().before())
                    .contains(new Sessions.SignInBefore(now, "10.0.0.1"));
        }
    }

    @Test
    void theHistoryOfTheSwitchIsKept() throws Exception {
        try (var database = Database.open(new Home(folder))) {
            organisation(database);
            var periods = new ArchivePeriods(database);
            Instant now = Instant.parse("2026-11-22T12:00:00Z");
            assertThat(periods.newest("org_1")).isEmpty();
            periods.begin("org_1", now, "ada@example.org", "start");
            assertThat(periods.newest("org_1")).contains(new ArchivePeriod(now, null));
            periods.end("org_1", now.plusSeconds(60), "ada@example.org", "pause");
            periods.begin("org_1", now.plusSeconds(120), "ada@example.org", "again");
            assertThat(periods.newest("org_1")).contains(new ArchivePeriod(now.plusSeconds(120), null));
            assertThat(periods.lastEnd("org_1")).contains(now.plusSeconds(60));
        }
    }

    static void organisation(Database database) {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        new Organisations(database)
                .add(new Organisation(
                        "org_1",
                        "Example",
                        5,
                        SecondFactor.OPTIONAL,
                        List.of("example.org"),
                        Organisation.Terms.unlimited(),
                        now,
                        "os:me"));
    }

    static Person person(int number) {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        return new Person(
                "adm_" + number, "org_1", "p" + number + "@example.org", "no hash", Set.of(Role.POSTMASTER), now);
    }
}
