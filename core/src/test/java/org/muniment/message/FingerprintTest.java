package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.message.Mails.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What an attacker might try so that two mails that show different things are taken for one. */
final class FingerprintTest {

    private static Fingerprint of(String... lines) throws IOException {
        return new MessageReader(Limits.standard()).read(mail(lines)).fingerprint();
    }

    @Test
    void textCannotPassForAHeaderField() throws IOException {
        assertThat(of("Subject: a", "", "Subject: b")).isNotEqualTo(of("Subject: a", "Subject: b", "", ""));
    }

    @Test
    void textThatLooksLikeAPartIsNoPart() throws IOException {
        String type = "Content-Type: multipart/mixed; boundary=b";
        assertThat(of(type, "", "--b", "", "one", "--b", "", "two", "--b--"))
                .isNotEqualTo(of(type, "", "--b", "", "one\r\n--c\r\n\r\ntwo", "--b--"));
    }

    @Test
    void anotherSubtypeUnderTheSameStructureIsAnotherMessage() throws IOException {
        assertThat(of("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "x", "--b--"))
                .isNotEqualTo(of("Content-Type: multipart/alternative; boundary=b", "", "--b", "", "x", "--b--"));
    }

    @Test
    void theBoundaryCannotEatTheMediaType() throws IOException {
        assertThat(of("Content-Type: multipart/mixed; x; boundary=mixed", "", "--mixed", "", "x", "--mixed--"))
                .isNotEqualTo(of("Content-Type: multipart/; x; boundary=mixed", "", "--mixed", "", "x", "--mixed--"));
    }

    @Test
    void lettersOfWideCharsetsCannotPassForLineEnds() throws IOException {
        String type = "Content-Type: text/plain; charset=utf-16be";
        assertThat(of(type, "Content-Transfer-Encoding: base64", "", base64(0x0d, 0x41)))
                .isNotEqualTo(of(type, "Content-Transfer-Encoding: base64", "", base64(0x0a, 0x41)));
    }

    private static String base64(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void whatStandsBehindThePaddingCounts() throws IOException {
        String encoding = "Content-Transfer-Encoding: base64";
        assertThat(of(encoding, "", "YQ==")).isNotEqualTo(of(encoding, "", "YQ==", "%%%"));
        assertThat(of(encoding, "", "YQ==")).isNotEqualTo(of(encoding, "", "YQ==", "YQ=="));
        assertThat(of(encoding, "", "YWE=")).isNotEqualTo(of(encoding, "", "YQ==", "YQ=="));
    }

    @Test
    void textOutsideTheParts() throws IOException {
        String type = "Content-Type: multipart/mixed; boundary=b";
        Fingerprint bare = of(type, "", "--b", "", "x", "--b--");
        assertThat(of(type, "", "before", "--b", "", "x", "--b--")).isNotEqualTo(bare);
        assertThat(of(type, "", "--b", "", "x", "--b--", "after")).isNotEqualTo(bare);
        assertThat(of(type, "", "before", "--b", "", "x", "--b--"))
                .isNotEqualTo(of(type, "", "--b", "", "x", "--b--", "before"));
    }

    @Test
    void mailsThatHaveOnlyTraceFieldsAreNotAllOne() throws IOException {
        assertThat(of("X-Job: 1", "", "done")).isNotEqualTo(of("X-Job: 2", "", "done"));
    }

    @Test
    void aMailWhoseLineEndsAreCrIsNotHiddenInOneTraceField() throws IOException {
        assertThat(of("X-Mailer: a\rSubject: one\r\rtext")).isNotEqualTo(of("X-Mailer: a\rSubject: two\r\rtext"));
    }

    @Test
    void otherFieldsOfAPartDoNotCountButThoseOfANestedMessageDo() throws IOException {
        String multipart = "Content-Type: multipart/mixed; boundary=b";
        assertThat(of(multipart, "", "--b", "X-Id: 1", "", "x", "--b--"))
                .isEqualTo(of(multipart, "", "--b", "X-Id: 2", "", "x", "--b--"));
        assertThat(of("Content-Type: message/rfc822", "", "X-Id: 1", "", "x"))
                .isNotEqualTo(of("Content-Type: message/rfc822", "", "X-Id: 2", "", "x"));
    }

    @Test
    void aFaultOfTheReaderStillGivesAFingerprintOfAllOctets() throws IOException {
        var broken = new FaultyOnce(mail("Subject: s", "", "text"));
        Message message = new MessageReader(Limits.standard()).read(broken);
        assertThat(message.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.READER_FAILED);
        assertThat(message.subject()).isEqualTo("s");
        assertThat(message.fingerprint()).isEqualTo(FingerprintBuilder.ofWhole(broken.sha256()));
    }

    /** The first time it is read it stands for a fault in the parser, which nobody knows how to bring about. */
    private static final class FaultyOnce implements RawMessage {
        private final MemoryMessage whole;
        private boolean opened;

        FaultyOnce(MemoryMessage whole) {
            this.whole = whole;
        }

        @Override
        public long size() {
            return whole.size();
        }

        @Override
        public byte[] sha256() {
            return whole.sha256();
        }

        @Override
        public InputStream open() {
            if (opened) {
                return whole.open();
            }
            opened = true;
            return new InputStream() {
                @Override
                public int read() {
                    throw new IllegalStateException("a fault");
                }

                @Override
                public int read(byte[] target, int off, int len) {
                    throw new IllegalStateException("a fault");
                }
            };
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
