package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muniment.protocols.Networks;

/** What a stranger may not do: stay for ever, come in crowds, be in the way of others. */
@Timeout(60)
final class LimitTest {
    private final RecordingReceiver receiver = new RecordingReceiver();

    @Test
    void connectionOverTheLimitIsTurnedAwayUntilAnotherLeaves() throws Exception {
        try (SmtpListener listener = open(new TestSettings().connections(2));
                Talk first = Talk.greeted(listener.port())) {
            try (Talk second = Talk.greeted(listener.port());
                    Talk third = new Talk(listener.port())) {
                third.hear("421 4.3.2 ");
                assertThat(third.line()).isNull();
                second.say("NOOP");
                second.hear("250 ");
            }
            await().until(() -> listener.counts().door().present() == 1);
            Talk.greeted(listener.port()).close();
            first.say("NOOP");
            first.hear("250 ");
            assertThat(listener.counts().door().turnedAway()).isEqualTo(1);
        }
    }

    @Test
    void oneAddressCannotTakeAllPlaces() throws Exception {
        try (SmtpListener listener = open(new TestSettings().connectionsPerClient(1));
                Talk first = Talk.greeted(listener.port());
                Talk second = new Talk(listener.port())) {
            second.hear("421 4.3.2 ");
            first.say("NOOP");
            first.hear("250 ");
        }
    }

    @Test
    void strangerFromAnotherNetworkIsCounted() throws Exception {
        try (SmtpListener listener = open(new TestSettings().allowed("192.0.2.0/24"));
                Talk talk = new Talk(listener.port())) {
            talk.hear("554 5.7.1 ");
            assertThat(listener.counts().door().notAllowed()).isEqualTo(1);
            assertThat(listener.counts().door().accepted()).isZero();
        }
    }

    @Test
    void twoHundredConnectionsAreServedAtOnce() throws Exception {
        List<Talk> talks = new ArrayList<>();
        try (SmtpListener listener = open(new TestSettings())) {
            for (int i = 0; i < 200; i++) {
                talks.add(Talk.greeted(listener.port()));
            }
            for (Talk talk : talks) {
                talk.say("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA");
            }
            for (Talk talk : talks) {
                talk.hear("250 ");
                talk.hear("250 ");
                talk.hear("354 ");
                talk.say("x\r\n.");
            }
            for (Talk talk : talks) {
                talk.hear("250 2.0.0 archived as ");
            }
            assertThat(listener.counts().archived()).isEqualTo(200);
        } finally {
            for (Talk talk : talks) {
                talk.close();
            }
        }
    }

    @Test
    void clientThatTypesACommandTooSlowlyIsTimedOut() throws Exception {
        try (SmtpListener listener = open(new TestSettings().idle(Duration.ofMillis(600)));
                Talk talk = Talk.greeted(listener.port())) {
            trickle(talk, "N");
            talk.hear("421 4.4.2 ");
            assertThat(talk.line()).isNull();
        }
    }

    @Test
    void clientThatSendsItsMailTooSlowlyIsTimedOut() throws Exception {
        TestSettings settings = new TestSettings().idle(Duration.ofMillis(600)).transaction(Duration.ofMillis(900));
        try (SmtpListener listener = open(settings);
                Talk talk = Talk.greeted(listener.port())) {
            talk.say("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA");
            talk.hear("250 ");
            talk.hear("250 ");
            talk.hear("354 ");
            trickle(talk, "x");
            talk.hear("421 4.4.2 ");
            assertThat(talk.line()).isNull();
            await().until(() -> listener.counts().unfinished() == 1);
        }
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void clientThatDragsOutItsTransactionWithCommandsIsTimedOut() throws Exception {
        try (SmtpListener listener = open(new TestSettings().transaction(Duration.ofMillis(900)));
                Talk talk = Talk.greeted(listener.port())) {
            talk.say("MAIL FROM:<a@example.org>");
            talk.hear("250 ");
            String reply = "250 ";
            while (reply.startsWith("250 ") || reply.startsWith("452 ")) {
                talk.say("RCPT TO:<b@example.org>");
                reply = String.valueOf(talk.line());
            }
            assertThat(reply).startsWith("421 4.4.2 ");
        }
    }

    @Test
    void clientThatNeverShakesHandsIsCutOff() throws Exception {
        try (SmtpListener listener = open(new TestSettings().tls().idle(Duration.ofMillis(400)));
                Talk talk = Talk.greeted(listener.port())) {
            talk.say("STARTTLS");
            talk.hear("220 ");
            await().until(() -> listener.counts().door().present() == 0);
        }
    }

    @Test
    void plainTextInsteadOfAHandshakeEndsTheConnection() throws Exception {
        try (SmtpListener listener = open(new TestSettings().tls());
                Talk talk = Talk.greeted(listener.port())) {
            talk.say("STARTTLS");
            talk.hear("220 ");
            talk.say("MAIL FROM:<eve@example.org>");
            await().until(() -> listener.counts().door().present() == 0);
        }
    }

    @Test
    void clientThatNeverReadsItsRepliesIsCutOff() throws Exception {
        try (SmtpListener listener = open(new TestSettings().idle(Duration.ofMillis(500)));
                Talk talk = Talk.greeted(listener.port())) {
            talk.say("MAIL FROM:<a@example.org>");
            byte[] many = "RCPT TO:<b@example.org>\r\n".repeat(10_000).getBytes(US_ASCII);
            assertThatThrownBy(() -> {
                        while (true) {
                            talk.send(many);
                        }
                    })
                    .isInstanceOf(IOException.class);
            await().until(() -> listener.counts().door().present() == 0);
        }
    }

    @Test
    void portThatIsTakenIsNamed() throws Exception {
        try (SmtpListener listener = open(new TestSettings())) {
            SmtpSettings same = new SmtpSettings(
                    InetAddress.getLoopbackAddress(),
                    listener.port(),
                    "mx.example.org",
                    Networks.loopback(),
                    SmtpLimits.defaults(),
                    null);
            assertThatThrownBy(() -> SmtpListener.open(same, receiver))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + listener.port());
        }
    }

    @Test
    void defaultLimitsAreAsDocumented() {
        SmtpLimits limits = SmtpLimits.defaults();
        assertThat(limits)
                .isEqualTo(new SmtpLimits(
                        200, 200, 5_000, 2_097_152, 157_286_400, 20, 100, Duration.ofMinutes(5), Duration.ofHours(1)));
    }

    @Test
    void limitThatIsNotPositiveIsRefusedByName() {
        assertThatThrownBy(() -> new TestSettings().recipients(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipients");
    }

    private SmtpListener open(TestSettings settings) throws IOException {
        return SmtpListener.open(settings.build(), receiver);
    }

    /** Sends one byte after the other until an answer comes. */
    private static void trickle(Talk talk, String piece) throws IOException {
        do {
            talk.send(piece.getBytes(US_ASCII));
        } while (!talk.somethingComesWithin(50));
    }
}
