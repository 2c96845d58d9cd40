package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, addresses, encoded words and parameters as real mail writes them. */
final class FieldReadersTest {
    private final Defects defects = new Defects();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mon, 1 Jan 2001 10:00:00 +0000 (GMT)       | 2001-01-01T10:00:00Z
                    1 Jan 2001 10:00:00 +0200                  | 2001-01-01T08:00:00Z
                    Mon, 1 Jan 2001 10:00 -0530                | 2001-01-01T15:30:00Z
                    Monday, 1-Jan-01 10:00:00 EST              | 2001-01-01T15:00:00Z
                    1 Jan 99 10:00:00 GMT                      | 1999-01-01T10:00:00Z
                    1 Jan 101 10:00:00 GMT                     | 2001-01-01T10:00:00Z
                    Mon Jan  1 10:00:00 2001                   | 2001-01-01T10:00:00Z
                    Mon Jan  1 10:00:00 MEST 2001              | 2001-01-01T08:00:00Z
                    (a comment) 1 (b (c)) January 2001 23:59:60 Z | 2001-01-01T23:59:59Z
                    2001-01-01T10:00:00.123+01:00              | 2001-01-01T09:00:00Z
                    2001-01-01 10:00:00                        | 2001-01-01T10:00:00Z
                    Mon, 01 Jan 2001 10:00:00 GMT+0100         | 2001-01-01T09:00:00Z
                    Mon, 1 Jan 2001 3:05:00 PM                 | 2001-01-01T15:05:00Z
                    Mon,1 Jan 2001 10:00:00 -0000              | 2001-01-01T10:00:00Z
                    29 Feb 2000 00:00:00 +0000                 | 2000-02-29T00:00:00Z
                    """)
    void readsDates(String text, String expected) {
        assertThat(DateReader.read(text)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "30 Feb 2001 10:00:00 +0000", "32 Jan 2001", "Jan 2001", "2001-13-01", "1 Jan"})
    void whatIsNoDateIsNone(String text) {
        assertThat(DateReader.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ada@example.org                                   | <ada@example.org>
                    Ada L <ada@example.org>, bob@example.org          | Ada L<ada@example.org> <bob@example.org>
                    "Lovelace, Ada" <ada@example.org>                 | Lovelace, Ada<ada@example.org>
                    "a \\"b\\" c" <x@y.z>                             | a "b" c<x@y.z>
                    ada@example.org (Ada L)                           | Ada L<ada@example.org>
                    "john doe"@example.org                            | <"john doe"@example.org>
                    <@a.org,@b.org:ada@example.org>                   | <ada@example.org>
                    Team: a@x.y, b@x.y;, c@x.y                        | <a@x.y> <b@x.y> <c@x.y>
                    undisclosed-recipients:;                          |
                    =?utf-8?Q?J=C3=BCrgen?= <j@x.y>                   | Jürgen<j@x.y>
                    j@x.y <j@x.y>                                     | j@x.y<j@x.y>
                    Ada L ada@example.org                             | Ada L<ada@example.org>
                    mailto:ada@example.org                            | <mailto:ada@example.org>
                    <mailto:ada@example.org>                          | <ada@example.org>
                    ada @ example . org                               | <ada@example.org>
                    <ada @ example.org>                               | <ada@example.org>
                    Jürgen <jürgen@exämple.org>                       | Jürgen<jürgen@exämple.org>
                    all of us                                         | <all of us>
                    "unfinished <a@x.y>                               | unfinished<a@x.y>
                    <>                                                | <>
                    """)
    void readsAddresses(String field, String expected) {
        List<Address> found = new ArrayList<>();
        AddressReader.read(field, found, 100, defects);
        assertThat(found.stream()
                        .map(a -> (a.name() == null ? "" : a.name()) + "<" + a.address() + ">")
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split("(?<=>) (?=[^>]*<)")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    plain|plain
                    =?utf-8?Q?caf=C3=A9_noir?=|café noir
                    =?UTF-8?b?Y2Fmw6k=?=|café
                    a =?utf-8?q?b?= c|a b c
                    =?utf-8?q?a?= =?utf-8?q?b?=|ab
                    =?utf-8?q?a?= =?iso-8859-1?q?=FC?=|aü
                    =?utf-8?B?w4==?= =?utf-8?B?qQ==?=|é
                    =?iso-8859-1*de?q?=FC?=|ü
                    =?gb2312?B?xOO6w6Oh?=|你好！
                    x=?utf-8?q?y?=z|xyz
                    =?utf-8?x?a?=|=?utf-8?x?a?=
                    =?utf-8?q?a|=?utf-8?q?a
                    =? ?= =?=|=? ?= =?=
                    =?utf-8?q??=|
                    =?nobody-knows?q?=FC?=|ü
                    """)
    void decodesEncodedWords(String text, String expected) {
        assertThat(EncodedWords.decode(text, defects)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a/b; filename=x.txt                                     | x.txt
                    a/b; filename="x y.txt"; other=1                        | x y.txt
                    a/b; FileName = "x\\"y"                                 | x"y
                    a/b; filename*=utf-8''caf%C3%A9.txt                     | café.txt
                    a/b; filename*=utf-8'fr'a+b%20c.txt; filename=no        | a+b c.txt
                    a/b; filename*1=b.txt; filename*0=a                     | ab.txt
                    a/b; filename*0*=utf-8''%C3; filename*1*=%A9; filename*2=%41 | é%41
                    a/b; filename==?utf-8?Q?=C3=A9?=                        | é
                    a/b filename=x                                          | x
                    a/b; (no) filename=x (yes)                              | x
                    attachment; filename="unfinished                        | unfinished
                    a/b; name=x                                             |
                    """)
    void readsParameters(String field, String expected) {
        assertThat(new Parameters(field).text("filename", defects)).isEqualTo(expected);
    }
}
