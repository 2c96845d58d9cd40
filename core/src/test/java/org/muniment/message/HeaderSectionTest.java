package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HeaderSectionTest {

    private static HeaderSection read(String mail) throws IOException {
        return read(mail.getBytes(StandardCharsets.UTF_8), Limits.standard());
    }

    private static HeaderSection read(byte[] mail, Limits limits) throws IOException {
        return HeaderSection.read(new ByteArrayInputStream(mail), limits);
    }

    @Test
    void fieldsComeInOrderWithNameValueAndOctets() throws IOException {
        HeaderSection header = read("Subject: one\r\n two\r\nsubject : three\r\nno field\r\nX-Y:\r\n\r\nbody");
        assertThat(header.size()).isEqualTo(4);
        assertThat(header.name(0)).isEqualTo("Subject");
        assertThat(header.value(0)).isEqualTo("one two");
        assertThat(header.raw(0)).asString().isEqualTo("Subject: one\r\n two\r\n");
        assertThat(header.name(1)).isEqualTo("subject");
        assertThat(header.value(1)).isEqualTo("three");
        assertThat(header.name(2)).isEmpty();
        assertThat(header.value(2)).isEqualTo("no field");
        assertThat(header.value(3)).isEmpty();
        assertThat(header.complete()).isTrue();
    }

    @Test
    void fieldsAreAskedForByNameInAnyCase() throws IOException {
        HeaderSection header = read("X-Monitor-Copy: yes\r\nX-Monitor : no\r\nno field\r\n\r\n");
        assertThat(header.isNamed(0, "x-monitor-copy")).isTrue();
        assertThat(header.isNamed(0, "x-monitor")).isFalse();
        assertThat(header.isNamed(1, "x-monitor")).isTrue();
        assertThat(header.isNamed(1, "x-monitor-copy")).isFalse();
        assertThat(header.isNamed(2, "no")).isFalse();
        assertThat(header.isNamed(2, "")).isFalse();
    }

    @Test
    void theOctetsOfAllFieldsAndTheEmptyLineReachUpToTheBody() throws IOException {
        for (Path file : GoldenMailTest.mails()) {
            byte[] mail = Files.readAllBytes(file);
            HeaderSection header = read(mail, Limits.standard());
            var fields = new ByteArrayOutputStream();
            for (int i = 0; i < header.size(); i++) {
                fields.writeBytes(header.raw(i));
            }
            int bodyOffset = (int) header.bodyOffset();
            byte[] gap = Arrays.copyOfRange(mail, fields.size(), bodyOffset);
            assertThat(Arrays.copyOf(mail, fields.size())).as("%s", file).isEqualTo(fields.toByteArray());
            assertThat(gap).asString().as("%s", file).isIn("", "\r\n");
        }
    }

    @Test
    void linesThatEndInCrCrLfAreLines() throws IOException {
        HeaderSection header = read("Received: x\r\r\nSubject: s\r\r\n\r\r\nbody");
        assertThat(header.value(1)).isEqualTo("s");
        assertThat(header.kind(0)).isEqualTo(FieldName.RECEIVED);
        assertThat(header.bodyOffset()).isEqualTo(30);
    }

    @Test
    void aSectionBeyondTheLimitIsCutBetweenLinesAndSaysSo() throws IOException {
        byte[] mail = ("A: 1\r\n" + "B: 2\r\n".repeat(100) + "\r\nbody").getBytes(StandardCharsets.UTF_8);
        HeaderSection bySize = read(mail, new Limits(100, 1_000, 1, 1, 1, 1));
        assertThat(bySize.complete()).isFalse();
        assertThat(bySize.size()).isEqualTo(16);
        assertThat(bySize.bodyOffset()).isEqualTo(mail.length - 4);
        HeaderSection byNumber = read(mail, new Limits(10_000, 10, 1, 1, 1, 1));
        assertThat(byNumber.complete()).isFalse();
        assertThat(byNumber.size()).isEqualTo(10);
        assertThat(byNumber.bodyOffset()).isEqualTo(mail.length - 4);
    }
}
