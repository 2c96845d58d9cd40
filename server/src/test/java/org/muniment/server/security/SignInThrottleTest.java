package org.muniment.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(() -> now);

    @Test
    void aFewFailuresAreFreeThenEachDoublesTheWait() {
        fail(4, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
        fail(1, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        fail(3, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isEqualTo(Duration.ofSeconds(8));
        fail(40, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anAddressWaitsWhereverTheAttemptsComeFrom() {
        for (int i = 0; i < 6; i++) {
            fail(1, "ada", "10.0.0." + i);
        }
        assertThat(throttle.wait("ada", "10.0.1.1")).isPositive();
        assertThat(throttle.wait("bob", "10.0.0.1")).isZero();
    }

    @Test
    void aClientWaitsWhicheverAddressesItTries() {
        for (int i = 0; i < 20; i++) {
            fail(1, "person" + i, "10.0.0.1");
        }
        assertThat(throttle.wait("somebody else", "10.0.0.1")).isPositive();
        assertThat(throttle.wait("somebody else", "10.0.0.2")).isZero();
    }

    @Test
    void successFreesTheAddressButNotTheClient() {
        fail(19, "ada", "10.0.0.1");
        throttle.begin("ada", "10.0.0.1");
        throttle.succeeded("ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
        fail(1, "bob", "10.0.0.1");
        assertThat(throttle.wait("carol", "10.0.0.1")).isPositive();
    }

    @Test
    void theWaitEnds() {
        fail(5, "ada", "10.0.0.1");
        now = now.plusSeconds(1);
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
    }

    @Test
    void whatIsOldIsForgotten() {
        for (int i = 0; i < 100; i++) {
            fail(1, "person" + i, "10.0.0." + i);
        }
        assertThat(throttle.remembered()).isEqualTo(200);
        now = now.plus(Duration.ofMinutes(31));
        fail(1, "ada", "10.0.1.1");
        assertThat(throttle.remembered()).isEqualTo(2);
    }

    private void fail(int times, String address, String client) {
        for (int i = 0; i < times; i++) {
            throttle.begin(address, client);
        }
    }
}
