package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttachmentHeadsTest {
    private static final int BYTES = 16;
    private static final Limits LIMITS = Limits.standard();

    @Test
    void eachHeadIsTheBeginningOfTheAttachmentOfItsNumber() throws IOException {
        int seen = 0;
        try (DirectoryStream<Path> mails = Files.newDirectoryStream(Path.of("src/test/resources/mail"), "*.eml")) {
            for (Path mail : mails) {
                seen += compared(mail);
            }
        }
        assertThat(seen).isGreaterThan(5);
    }

    private static int compared(Path mail) throws IOException {
        try (var raw = new MemoryMessage(Files.readAllBytes(mail))) {
            List<Attachment> attachments = new MessageReader(LIMITS).read(raw).attachments();
            List<byte[]> heads = new AttachmentHeads(LIMITS, BYTES, 50).of(raw);
            assertThat(heads).as(mail.toString()).hasSameSizeAs(attachments);
            int seen = 0;
            for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).length > 0) {
                    assertThat(heads.get(i)).as(mail + " " + (i + 1)).isEqualTo(beginning(raw, i + 1));
                    seen++;
                }
            }
            return seen;
        }
    }

    private static byte[] beginning(RawMessage raw, int number) throws IOException {
        try (InputStream in = new AttachmentReader(LIMITS).open(raw, number)) {
            return in.readNBytes(BYTES);
        }
    }

    @Test
    void onlySoManyAreLookedAt() throws IOException {
        byte[] mail = Files.readAllBytes(Path.of("src/test/resources/mail/mixed-attachments.eml"));
        try (var raw = new MemoryMessage(mail)) {
            assertThat(new AttachmentHeads(LIMITS, BYTES, 1).of(raw)).hasSize(1);
        }
    }
}
