package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void numbersAreGrouped() {
        assertThat(Texts.count(0)).isEqualTo("0");
        assertThat(Texts.count(999)).isEqualTo("999");
        assertThat(Texts.count(12_431)).isEqualTo("12,431");
        assertThat(Texts.count(-1_234_567)).isEqualTo("-1,234,567");
        assertThat(Texts.count(1, "message")).isEqualTo("1 message");
    }

    @Test
    void bytesHaveOneDigitBehindThePoint() {
        assertThat(Texts.bytes(999)).isEqualTo("999 B");
        assertThat(Texts.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Texts.bytes(999_949)).isEqualTo("999.9 kB");
        assertThat(Texts.bytes(999_950)).isEqualTo("1.0 MB");
        assertThat(Texts.bytes(98_123_456)).isEqualTo("98.1 MB");
    }

    @Test
    void durationsAreShort() {
        assertThat(Texts.duration(133)).isEqualTo("2:13");
        assertThat(Texts.duration(3_733)).isEqualTo("1:02:13");
    }

    @Test
    void whatIsNoTimeIsShownAsItIs() {
        assertThat(Texts.time("soon\u001b", ZoneId.of("UTC"))).isEqualTo("soon\ufffd");
    }

    @Test
    void plainTextKeepsEveryScriptAndNoCommand() {
        assertThat(Plain.line("Zoë 预算 עברית 👩‍💻 naïve — ok")).isEqualTo("Zoë 预算 עברית 👩‍💻 naïve — ok");
        assertThat(Plain.line("a\u001b[2Jb\tc\nd\u0085\u202e\u2066\u2028\ufeff\ud800x"))
                .isEqualTo("a\ufffd[2Jb\ufffdc\ufffdd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdx");
    }

    @Test
    void wideCharactersTakeTwoCells() {
        assertThat(Table.width("预算a")).isEqualTo(5);
        assertThat(Table.width("e\u0301")).isEqualTo(1);
    }
}
