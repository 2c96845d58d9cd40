package org.muniment.server.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.crash.KilledServer;
import org.muniment.server.crash.Posting;
import org.muniment.server.crash.Postings;
import org.muniment.server.crash.Proof;
import org.muniment.server.testing.Api;

/** Promise 1 on the whole server: what was acknowledged is there after it was killed, once and byte for byte. */
@Tag("crash")
class WholeServerCrashTest {
    private static final int ROUNDS = 5;
    private static final int MILLIS = 8_000;

    @TempDir
    private Path home;

    @Test
    @Timeout(600)
    void everyAcknowledgedMailIsOneRecordHoweverOftenTheServerIsKilled() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("crash.seed=" + seed);
        ServerProcess.prepare(home);
        Postings postings = new Postings();
        KilledServer server = new KilledServer(
                ServerProcess.command(home), ServerProcess.SMTP_PORT, postings, new Random(seed), MILLIS);
        Proof proof = new Proof(home, ServerProcess.archive(home), ServerProcess.masterKey(home));
        for (int round = 1; round <= ROUNDS; round++) {
            server.killUnderLoad(round);
            proof.compare(postings.all());
        }
        proof.everything(postings.all());
        assertThat(postings.all().stream().filter(Posting::acknowledged).count())
                .isGreaterThan(ROUNDS);
        everybodyIsStillThereAndTheIndexFollows();
    }

    /** The database, too, has lost nothing that was answered: the switch is on and the administrator can sign in. */
    private void everybodyIsStillThereAndTheIndexFollows() throws Exception {
        try (ServerProcess server = ServerProcess.start(home)) {
            Api api = server.signedIn();
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(240))
                    .untilAsserted(() -> {
                        Api.Answer status = api.get("/status");
                        assertThat(status.json().get("balanced").asBoolean())
                                .as(status.text())
                                .isTrue();
                    });
            assertThat(api.get("/status").json().get("archive").get("enabled").asBoolean())
                    .isTrue();
        }
    }
}
