package org.muniment.protocols.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muniment.protocols.smtp.MailReceiver.Receipt;

@Timeout(60)
final class StopTest {
    private final RecordingReceiver receiver = new RecordingReceiver();
    private SmtpListener listener;

    @BeforeEach
    void listen() throws Exception {
        listener = SmtpListener.open(new TestSettings().tls().build(), receiver);
    }

    @Test
    void clientAtRestIsSentHome() throws Exception {
        try (Talk plain = Talk.greeted(listener.port());
                Talk secure = Talk.greeted(listener.port())) {
            secure.say("STARTTLS");
            secure.hear("220 ");
            secure.startTls(TestKey.instance().client());
            secure.say("NOOP");
            secure.hear("250 ");
            assertThat(secondsToStop(Duration.ofSeconds(8))).isLessThan(4);
            plain.hear("421 4.3.2 ");
            assertThat(plain.line()).isNull();
            secure.hear("421 4.3.2 ");
            assertThat(secure.line()).isNull();
        }
        assertThatThrownBy(() -> new Talk(listener.port())).isInstanceOf(IOException.class);
    }

    @Test
    void mailThatHasBegunIsFinished() throws Exception {
        try (Talk talk = Talk.greeted(listener.port())) {
            beginData(talk);
            Thread stopping = stopWithin(Duration.ofSeconds(8));
            talk.say("x");
            assertThat(talk.somethingComesWithin(500)).isFalse();
            talk.say(".");
            talk.hear("250 2.0.0 archived as ");
            talk.hear("421 4.3.2 ");
            assertThat(talk.line()).isNull();
            stopping.join();
        }
        receiver.next();
    }

    @Test
    void newMailIsNotBegunWhileStopping() throws Exception {
        try (Talk talk = Talk.greeted(listener.port())) {
            beginData(talk);
            Thread stopping = stopWithin(Duration.ofSeconds(8));
            await().until(() -> refused(listener.port()));
            talk.say("x\r\n.\r\nMAIL FROM:<a@example.org>");
            talk.hear("250 2.0.0 archived as ");
            talk.hear("421 4.3.2 ");
            assertThat(talk.line()).isNull();
            stopping.join();
        }
    }

    @Test
    void mailThatIsBeingStoredIsAcknowledged() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        receiver.answer(() -> {
            storing.countDown();
            waitFor(stored);
            return new Receipt.Archived("msg_late");
        });
        try (Talk talk = Talk.greeted(listener.port())) {
            beginData(talk);
            talk.say("x\r\n.");
            waitFor(storing);
            Thread stopping = stopWithin(Duration.ofSeconds(8));
            await().until(() -> refused(listener.port()));
            stored.countDown();
            talk.hear("250 2.0.0 archived as msg_late");
            stopping.join();
        }
    }

    @Test
    void mailThatDoesNotFinishIsCutOffAfterTheGrace() throws Exception {
        try (Talk talk = Talk.greeted(listener.port())) {
            beginData(talk);
            assertThat(secondsToStop(Duration.ofSeconds(1))).isBetween(0.9, 3.0);
            assertThatThrownBy(() -> talk.hear("250 ")).isInstanceOfAny(AssertionError.class, IOException.class);
        }
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void receiverThatHangsDoesNotHoldUpTheStopAndIsNotInterrupted() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch untouched = new CountDownLatch(1);
        receiver.answer(() -> {
            storing.countDown();
            waitFor(release);
            untouched.countDown();
            return new Receipt.Archived("msg_x");
        });
        try (Talk talk = Talk.greeted(listener.port())) {
            beginData(talk);
            talk.say("x\r\n.");
            waitFor(storing);
            assertThat(secondsToStop(Duration.ofMillis(300))).isLessThan(4);
            release.countDown();
            waitFor(untouched);
        }
    }

    @Test
    void stoppingTwiceDoesNothingMore() {
        listener.close();
        assertThat(secondsToStop(Duration.ofSeconds(8))).isLessThan(1);
    }

    private Thread stopWithin(Duration grace) {
        return Thread.ofPlatform().start(() -> listener.stop(grace));
    }

    private double secondsToStop(Duration grace) {
        long start = System.nanoTime();
        listener.stop(grace);
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean refused(int port) {
        try (Talk talk = new Talk(port)) {
            return talk.line() == null;
        } catch (IOException e) {
            return true;
        }
    }

    private static void beginData(Talk talk) throws IOException {
        talk.say("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA");
        talk.hear("250 ");
        talk.hear("250 ");
        talk.hear("354 ");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("waited 20 seconds in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("a thread that serves a connection was interrupted", e);
        }
    }
}
