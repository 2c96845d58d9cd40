package org.muniment.protocols.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.protocols.smtp.MailReceiver.Receipt;

/** Promise 1: 250 means durable, and whatever goes wrong on our side is told as temporary. */
final class FaultTest {
    private final RecordingReceiver receiver = new RecordingReceiver();
    private SmtpListener listener;

    @BeforeEach
    void listen() throws IOException {
        listener = SmtpListener.open(new TestSettings().build(), receiver);
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void spoolOnAFullDiskIsAnswered452() throws Exception {
        receiver.spool(new BrokenSpool(new IOException("No space left on device")));
        assertAnswer("452 4.3.1 ");
        receiver.spool(new BrokenSpool(
                new IOException("cannot spool", new FileSystemException("/spool", null, "Disk quota exceeded"))));
        assertAnswer("452 4.3.1 ");
    }

    @Test
    void brokenSpoolIsAnswered451() throws Exception {
        receiver.spool(new BrokenSpool(new IOException("Input/output error")));
        assertAnswer("451 4.3.0 ");
    }

    @Test
    void spoolThatTakesNothingIsAnswered451BeforeTheData() throws Exception {
        receiver.spool(() -> {
            throw new IllegalStateException("the spool is closed");
        });
        try (Talk talk = Talk.greeted(listener.port())) {
            beginMail(talk);
            talk.say("DATA");
            talk.hear("451 4.3.0 ");
            receiver.spool(new MemorySpool());
            deliver(talk);
            talk.hear("250 2.0.0 archived as ");
        }
        assertThat(listener.counts().deferred()).isEqualTo(1);
    }

    private void assertAnswer(String reply) throws Exception {
        try (Talk talk = Talk.greeted(listener.port())) {
            deliver(talk);
            talk.hear(reply);
            assertThat(receiver.waiting()).isZero();
            talk.say("NOOP");
            talk.hear("250 ");
        }
    }

    @Test
    void mailOfAClientThatVanishesInTheMiddleIsNotHandedOver() throws Exception {
        try (Talk talk = Talk.greeted(listener.port())) {
            beginMail(talk);
            talk.say("DATA");
            talk.hear("354 ");
            talk.say("half of it");
        }
        await().until(() -> listener.counts().unfinished() == 1);
        await().until(() -> listener.counts().door().present() == 0);
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void mailOfAClientThatVanishesBeforeTheReplyIsArchived() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        receiver.answer(() -> {
            waitFor(gone);
            return new Receipt.Archived("msg_x");
        });
        try (Talk talk = Talk.greeted(listener.port())) {
            deliver(talk);
        }
        gone.countDown();
        receiver.next();
        await().until(() -> listener.counts().archived() == 1);
        await().until(() -> listener.counts().door().present() == 0);
    }

    @Test
    void connectionIsClosedWithoutAReplyWhenTheReceiverDies() throws Exception {
        receiver.answer(() -> {
            throw new OutOfMemoryError("in a test");
        });
        try (Talk talk = Talk.greeted(listener.port())) {
            deliver(talk);
            assertThat(talk.line()).isNull();
        }
        await().until(() -> listener.counts().door().present() == 0);
    }

    @Test
    void archiveIsNotHurriedWhileItStores() throws Exception {
        SmtpSettings settings = new TestSettings()
                .idle(Duration.ofMillis(300))
                .transaction(Duration.ofMillis(400))
                .build();
        CountDownLatch stored = new CountDownLatch(1);
        receiver.answer(() -> {
            waitFor(stored);
            return new Receipt.Archived("msg_slow");
        });
        try (SmtpListener impatient = SmtpListener.open(settings, receiver);
                Talk talk = Talk.greeted(impatient.port())) {
            deliver(talk);
            assertThat(talk.somethingComesWithin(1_500)).isFalse();
            stored.countDown();
            talk.hear("250 2.0.0 archived as msg_slow");
        }
    }

    @Test
    void countsAreTrue() throws Exception {
        try (Talk talk = Talk.greeted(listener.port())) {
            deliver(talk);
            talk.hear("250 2.0.0 archived as ");
            receiver.answer(() -> new Receipt.NotKept("archiving is off"));
            deliver(talk);
            talk.hear("250 2.0.0 archiving is off");
            receiver.answer(() -> new Receipt.TryLater("closed"));
            deliver(talk);
            talk.hear("451 ");
            SmtpCounts counts = listener.counts();
            assertThat(counts.archived()).isEqualTo(1);
            assertThat(counts.notKept()).isEqualTo(1);
            assertThat(counts.deferred()).isEqualTo(1);
            assertThat(counts.bytes()).isEqualTo("Subject: x\r\nSubject: x\r\n".length());
            assertThat(counts.door().present()).isEqualTo(1);
            assertThat(counts.door().accepted()).isEqualTo(1);
        }
    }

    private static void beginMail(Talk talk) throws IOException {
        talk.say("MAIL FROM:<a@example.org>");
        talk.hear("250 ");
        talk.say("RCPT TO:<b@example.org>");
        talk.hear("250 ");
    }

    private static void deliver(Talk talk) throws IOException {
        beginMail(talk);
        talk.say("DATA");
        talk.hear("354 ");
        talk.say("Subject: x\r\n.");
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
