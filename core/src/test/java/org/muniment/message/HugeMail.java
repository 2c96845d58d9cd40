package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A mail that exists only while it is read: a head, one piece many times, a tail. Its {@link #main} reads one of them,
 * to be run in a Java of its own with little memory.
 */
final class HugeMail implements RawMessage {
    private static final int BASE64_LINE = 78;

    private final byte[] head;
    private final byte[] piece;
    private final int times;
    private final byte[] tail;

    private HugeMail(String head, String piece, int times, String tail) {
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.piece = piece.getBytes(StandardCharsets.UTF_8);
        this.times = times;
        this.tail = tail.getBytes(StandardCharsets.UTF_8);
    }

    /** A mail of that kind with a size of 200 MB. */
    static HugeMail of(String kind) {
        return switch (kind) {
            case "attachment" -> repeating(attachmentHead(), "QUJD".repeat(19) + "\r\n", "--b--\r\n");
            case "text" ->
                repeating("Content-Type: text/plain; charset=utf-8\r\n\r\n", "all work and no play äöü\r\n", "");
            case "html" ->
                repeating("Content-Type: text/html; charset=utf-8\r\n\r\n", "<p>all <b>work</b> äöü</p>\r\n", "");
            case "header" -> repeating("Subject: s\r\nX-Endless: ", "x".repeat(64), "\r\n\r\nbody");
            case "fields" -> repeating("Subject: s\r\n", "X-Filler: x\r\n", "\r\nbody");
            case "parts" -> repeating("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nx\r\n", "--b--");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static HugeMail repeating(String head, String piece, String tail) {
        return new HugeMail(head, piece, 200_000_000 / piece.length(), tail);
    }

    private static String attachmentHead() {
        return String.join(
                "\r\n",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "small text",
                "--b",
                "Content-Type: application/zip; name=huge.zip",
                "Content-Transfer-Encoding: base64",
                "",
                "");
    }

    /** How many octets the attachment has when decoded. */
    static long attachmentSize() {
        return 200_000_000L / BASE64_LINE * 57;
    }

    public static void main(String[] arguments) throws IOException {
        Message message = new MessageReader(Limits.standard()).read(of(arguments[0]));
        System.out.println("text=" + message.text().length());
        message.attachments().forEach(attachment -> System.out.println("attachment=" + attachment.size()));
        message.defects().forEach(defect -> System.out.println("defect=" + defect.kind()));
    }

    @Override
    public long size() {
        return head.length + (long) piece.length * times + tail.length;
    }

    @Override
    public byte[] sha256() {
        throw new AssertionError("only a reader that failed asks for it");
    }

    @Override
    public InputStream open() {
        return new Repetition();
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private final class Repetition extends InputStream {
        private byte[] current = head;
        private int position;
        private int repeated;
        private boolean ended;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int off, int len) {
            int filled = 0;
            while (filled < len && !ended) {
                int chunk = Math.min(len - filled, current.length - position);
                System.arraycopy(current, position, target, off + filled, chunk);
                position += chunk;
                filled += chunk;
                advance();
            }
            return filled == 0 ? -1 : filled;
        }

        private void advance() {
            if (position == current.length) {
                position = 0;
                ended = repeated > times;
                current = repeated < times ? piece : tail;
                repeated++;
            }
        }
    }
}
