package org.muniment.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveFixture;
import org.muniment.archive.Rules;
import org.muniment.archive.Status;

/** Promise 1: what was acknowledged is there after the process was killed at any moment, once and byte for byte. */
@Tag("crash")
final class ListenerCrashTest {
    private static final int ROUNDS = 45;
    private static final int MILLIS = 1_500;
    private static final int CHECKED_EVERY = 15;

    @TempDir
    Path home;

    @Test
    @Timeout(600)
    void everyAcknowledgedMailIsOneRecordHoweverOftenTheListenerIsKilled() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("crash.seed=" + seed);
        Random random = new Random(seed);
        Postings postings = new Postings();
        KilledServer server =
                new KilledServer(command(), Pattern.compile("smtp port (\\d+)"), postings, random, MILLIS);
        Proof proof = new Proof(home, settings(), ArchiveFixture.MASTER_KEY);
        for (int round = 1; round <= ROUNDS; round++) {
            if (round % 6 == 0) {
                server.killWhileStarting();
            }
            server.killUnderLoad(round);
            proof.compare(postings.all());
            if (round % CHECKED_EVERY == 0) {
                proof.everything(postings.all());
            }
        }
        long acknowledged =
                postings.all().stream().filter(Posting::acknowledged).count();
        System.out.println(
                "acknowledged " + acknowledged + " of " + postings.all().size() + " postings");
        assertThat(acknowledged).isGreaterThan(ROUNDS);
        theArchiveGoesOn(proof, postings);
    }

    /** In good order at the end: recovered, indexed, intact, and nothing was added by that. */
    private void theArchiveGoesOn(Proof proof, Postings postings) throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            ArchiveFixture.awaitIndexed(archive);
            Status status = archive.status();
            assertThat(status.indexed()).isEqualTo(status.archived());
            assertThat(status.writable()).isTrue();
            assertThat(archive.verify(null).failures()).isEmpty();
        }
        proof.everything(postings.all());
    }

    private Archive.Settings settings() {
        return ArchiveFixture.settings(home, () -> new Rules(true, Set.of("example.org")));
    }

    private ProcessBuilder command() {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ListenerMain.class.getName(),
                home.toString());
    }
}
