package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From ada@example.com Mon Jan  1 10:00:00 2024",
                "From MAILER-DAEMON Mon Apr 18 14:23:23 2022",
                "From MAILER-DAEMON  Thu Jul  2 12:05:05 2020",
                "From user at example.com  Tue Jan 16 08:01:02 2018",
                "From r@turner @ending from @uckl@nd@@c@nz  Sat Sep  1 01:01:51 2018",
                "From - Fri May 26 10:59:48 2000",
                "From <> Thu Apr 29 23:45:10 2008",
                "From user@domain  Sat Mar 24 23:00:00 2007 +0200",
                "From 1566789@xxx Mon Aug 05 10:11:12 +0000 2019",
                "From joe Mon Jan 1 10:00 PST 1996 remote from host",
                "From joe Mon, 01 Jan 1996 10:00:00 +0100",
                "From ???@??? Mon Jun 08 22:07:05 1998",
                "From  Mon Jan  1 10:00:00 2024",
            })
    void separatesMails(String line) {
        assertThat(is(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From what I can tell, the simplest way is to",
                "From the example, I manage to find the value 2.06066:",
                "From Monday on we meet at 10:00",
                "From Mon Jan 5 on",
                "From: ada@example.com Mon Jan  1 10:00:00 2024",
                ">From ada@example.com Mon Jan  1 10:00:00 2024",
                "from ada@example.com Mon Jan  1 10:00:00 2024",
                "From ada Mon Jan  1 10:00:00 2024 we have had no mail from you since then",
                "From ada Mon Jan 1 10 2024",
                "From ada@example.com",
                "From ",
            })
    void isText(String line) {
        assertThat(is(line)).isFalse();
    }

    @Test
    void aLineThatNeverEndsIsNoSeparator() {
        assertThat(is("From " + "a".repeat(2_000) + " Mon Jan  1 10:00:00 2024"))
                .isFalse();
    }

    @Test
    void gitPatchLineIsKnown() {
        byte[] line = ("From " + "0a".repeat(20) + " Mon Sep 17 00:00:00 2001").getBytes(ISO_8859_1);
        assertThat(Separator.ofGit(line, 0, line.length)).isTrue();
    }

    private static boolean is(String line) {
        byte[] bytes = line.getBytes(ISO_8859_1);
        return Separator.is(bytes, 0, bytes.length);
    }
}
