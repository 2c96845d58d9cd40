package org.muniment.protocols;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.muniment.protocols.MalformedLineException.Flaw;

final class LineReaderTest {
    private final Buffers buffers = new Buffers(64 * 1024, 4);

    @Test
    void lineOfTheGreatestLengthIsRead() throws IOException {
        String longest = "x".repeat(LineReader.LIMIT - 2);
        LineReader reader = reader(longest + "\r\nnext\r\n");
        assertThat(reader.readLine()).isEqualTo(longest);
        assertThat(reader.readLine()).isEqualTo("next");
        assertThat(reader.readLine()).isNull();
    }

    @Test
    void longerLineIsPassedOver() throws IOException {
        for (int extra : new int[] {1, 2, 3, 5_000, 100_000}) {
            LineReader reader = reader("x".repeat(LineReader.LIMIT - 2 + extra) + "\r\nnext\r\n");
            assertFlaw(reader, Flaw.TOO_LONG);
            assertThat(reader.readLine()).isEqualTo("next");
        }
    }

    @Test
    void longLineAfterTextIsPassedOverToo() throws IOException {
        LineReader reader = reader("text\r\n.\r\n" + "x".repeat(10_000) + "\r\nnext\r\n");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        assertThat(reader.readText(text)).isTrue();
        assertFlaw(reader, Flaw.TOO_LONG);
        assertThat(reader.readLine()).isEqualTo("next");
        assertThat(text.toString(UTF_8)).isEqualTo("text\r\n");
    }

    @Test
    void manyLinesAfterTextAreAllRead() throws IOException {
        String lines = "RCPT TO:<someone@example.org>\r\n".repeat(5_000);
        LineReader reader = reader(".\r\n" + lines);
        assertThat(reader.readText(OutputStream.nullOutputStream())).isTrue();
        for (int i = 0; i < 5_000; i++) {
            assertThat(reader.readLine()).isEqualTo("RCPT TO:<someone@example.org>");
        }
        assertThat(reader.readLine()).isNull();
    }

    @Test
    void bareLfEndsALineThatIsRefused() throws IOException {
        LineReader reader = reader("one\ntwo\r\n\nthree\rfour\r\n");
        assertFlaw(reader, Flaw.BARE_LF);
        assertThat(reader.readLine()).isEqualTo("two");
        assertFlaw(reader, Flaw.BARE_LF);
        assertThat(reader.readLine()).isEqualTo("three\rfour");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        LineReader reader = reader("gr\u00fc\u00dfe\r\nnext\r\n");
        assertFlaw(reader, Flaw.NOT_UTF8);
        assertThat(reader.readLine()).isEqualTo("next");
    }

    @Test
    void unfinishedLineIsDropped() throws IOException {
        assertThat(reader("QUIT").readLine()).isNull();
    }

    @Test
    void unfinishedTextIsToldFromTheEnd() throws IOException {
        assertThat(reader("text\r\n.\r").readText(OutputStream.nullOutputStream()))
                .isFalse();
    }

    private LineReader reader(String input) {
        InputStream inPieces = new ByteArrayInputStream(input.getBytes(ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1_000));
            }
        };
        return new LineReader(inPieces, buffers);
    }

    private static void assertFlaw(LineReader reader, Flaw flaw) {
        assertThatThrownBy(reader::readLine)
                .isInstanceOfSatisfying(
                        MalformedLineException.class, e -> assertThat(e.flaw()).isEqualTo(flaw));
    }
}
