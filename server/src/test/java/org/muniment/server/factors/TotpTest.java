package org.muniment.server.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.server.testing.AuthenticatorApp;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @Test
    void codesOfCountersAreThoseOfRfc4226AppendixD() {
        List<String> codes = List.of(
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489");
        for (int counter = 0; counter < codes.size(); counter++) {
            assertThat(Totp.code(SECRET, counter, 6)).as("counter %s", counter).isEqualTo(codes.get(counter));
        }
    }

    @Test
    void codesOfTimesAreThoseOfRfc6238AppendixB() {
        Map<Long, String> codes = Map.of(
                59L, "94287082",
                1_111_111_109L, "07081804",
                1_111_111_111L, "14050471",
                1_234_567_890L, "89005924",
                2_000_000_000L, "69279037",
                20_000_000_000L, "65353130");
        codes.forEach((second, code) -> assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .as("second %s", second)
                .isEqualTo(code));
    }

    @Test
    void secretsAreWrittenAsRfc4648Says() {
        Map<String, String> vectors =
                Map.of("", "", "f", "MY", "fo", "MZXQ", "foo", "MZXW6", "foob", "MZXW6YQ", "foobar", "MZXW6YTBOI");
        vectors.forEach((plain, base32) ->
                assertThat(Base32.encode(plain.getBytes(US_ASCII))).isEqualTo(base32));
    }

    @Test
    void aCodeOfTheStepBeforeOrBehindIsTakenAndNoOther() throws Exception {
        Instant now = Instant.parse("2026-11-26T08:00:10Z");
        var app = new AuthenticatorApp(Base32.encode(SECRET));
        for (int seconds : List.of(-30, 0, 30)) {
            assertThat(Totp.matching(SECRET, app.code(now.plusSeconds(seconds)), now, Long.MIN_VALUE))
                    .as("%s s", seconds)
                    .hasValue(Totp.step(now.plusSeconds(seconds)));
        }
        for (int seconds : List.of(-60, 60)) {
            assertThat(Totp.matching(SECRET, app.code(now.plusSeconds(seconds)), now, Long.MIN_VALUE))
                    .as("%s s", seconds)
                    .isEmpty();
        }
    }

    @Test
    void aStepThatWasUsedAndAllBeforeItAreOver() throws Exception {
        Instant now = Instant.parse("2026-11-26T08:00:10Z");
        var app = new AuthenticatorApp(Base32.encode(SECRET));
        long used = Totp.step(now);
        assertThat(Totp.matching(SECRET, app.code(now), now, used)).isEmpty();
        assertThat(Totp.matching(SECRET, app.code(now.minusSeconds(30)), now, used))
                .isEmpty();
        assertThat(Totp.matching(SECRET, app.code(now.plusSeconds(30)), now, used))
                .hasValue(used + 1);
    }

    @Test
    void whatIsNoCodeIsNone() {
        Instant now = Instant.parse("2026-11-26T08:00:10Z");
        for (String text : List.of("", "12345", "1234567", "abcdef", "１２３４５６", "9".repeat(10_000))) {
            assertThat(Totp.matching(SECRET, text, now, Long.MIN_VALUE)).as(text).isEmpty();
        }
    }
}
