package org.muniment.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muniment.mailbox.Finding;
import org.muniment.mailbox.Item;
import org.muniment.mailbox.MailFiles;
import org.muniment.mailbox.Options;

/** Mails of one size for SMTP: the words of real ones under headers of our own, with CRLF. */
final class SmtpMails {
    private static final int SIZE = 5_000;
    private static final int MOST = 500;
    private static final int DIGITS = 12;
    private static final byte[] ID = "Message-ID: <".getBytes(StandardCharsets.US_ASCII);

    private static final String HEADERS = """
            @bench.example>
            From: Sender <sender@example.com>
            To: archive@example.org
            Subject: mail for the benchmark
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            """;

    private SmtpMails() {}

    /** Takes the texts of some hundred mails that are long enough to be cut. */
    static List<byte[]> of(Path mail) throws IOException {
        List<byte[]> mails = new ArrayList<>();
        try (MailFiles files = MailFiles.open(List.of(mail), Options.standard())) {
            for (Finding finding = files.next(); finding != null && mails.size() < MOST; finding = files.next()) {
                if (finding instanceof Item item && item.size() > SIZE && item.size() < 100 * SIZE) {
                    mails.add(cut(item));
                }
            }
        }
        if (mails.isEmpty()) {
            throw new IOException("no mail of more than " + SIZE + " bytes in " + mail + " to make mail for SMTP of");
        }
        return mails;
    }

    private static byte[] cut(Item item) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * SIZE);
        out.writeBytes(ID);
        out.writeBytes("0".repeat(DIGITS).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(HEADERS.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = item.open()) {
            addText(out, in.readNBytes(2 * SIZE));
        }
        return out.toByteArray();
    }

    /** What follows the header section, up to the size, with CRLF. */
    private static void addText(ByteArrayOutputStream out, byte[] original) {
        int from = bodyOf(original);
        for (int i = from; out.size() < SIZE - 2; i++) {
            byte b = i < original.length ? original[i] : (byte) (i % 70 == 0 ? '\n' : 'x');
            if (b == '\n') {
                out.write('\r');
                out.write('\n');
            } else if (b != '\r') {
                out.write(b);
            }
        }
        out.write('\r');
        out.write('\n');
    }

    private static int bodyOf(byte[] mail) {
        for (int i = 1; i < mail.length; i++) {
            if (mail[i] == '\n' && (mail[i - 1] == '\n' || (i > 1 && mail[i - 1] == '\r' && mail[i - 2] == '\n'))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** A copy whose Message-ID bears that number. */
    static byte[] unique(byte[] mail, long number) {
        byte[] copy = mail.clone();
        long rest = number;
        for (int i = ID.length + DIGITS - 1; i >= ID.length; i--) {
            copy[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return copy;
    }
}
