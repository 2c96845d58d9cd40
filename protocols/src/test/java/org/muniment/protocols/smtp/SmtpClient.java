package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Delivers mail over one connection that it keeps, as a mail server does under load. Not thread-safe.
 *
 * <p>Cheap enough to share a machine with what it measures: one write per step, no strings but the last reply.
 */
public final class SmtpClient implements Closeable {
    private static final byte[] DATA = "DATA\r\n".getBytes(UTF_8);
    private static final byte[] END = ".\r\n".getBytes(UTF_8);
    private static final byte[] CRLF_END = "\r\n.\r\n".getBytes(UTF_8);

    private final boolean pipelining;
    private final byte[] input = new byte[4096];
    private final ByteArrayOutputStream output = new ByteArrayOutputStream(16 * 1024);
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int position;
    private int limit;

    /**
     * Connects and says EHLO.
     *
     * @param pipelining send MAIL, RCPT and DATA in one packet (RFC 2920)
     * @throws IOException if that fails or is refused
     */
    public SmtpClient(InetSocketAddress server, boolean pipelining) throws IOException {
        this.pipelining = pipelining;
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        expect('2');
        hello();
    }

    private void hello() throws IOException {
        say("EHLO client.example");
        expect('2');
    }

    /** Starts TLS and says EHLO again. */
    public void startTls(SSLContext context, String serverName) throws IOException {
        say("STARTTLS");
        expect('2');
        SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(socket, serverName, socket.getPort(), true);
        secure.startHandshake();
        socket = secure;
        in = secure.getInputStream();
        out = secure.getOutputStream();
        hello();
    }

    /**
     * Delivers one mail.
     *
     * @param message its bytes; a CRLF is added if it does not end with one, since SMTP cannot do without
     * @return the last reply line, whatever it says: starting with 2 when the mail was taken
     * @throws IOException if the connection breaks, or MAIL, RCPT or DATA is refused
     */
    public String deliver(String sender, List<String> recipients, byte[] message) throws IOException {
        putLine("MAIL FROM:<" + sender + ">");
        next('2');
        for (String recipient : recipients) {
            putLine("RCPT TO:<" + recipient + ">");
            next('2');
        }
        output.writeBytes(DATA);
        send();
        if (pipelining) {
            for (int i = 0; i <= recipients.size(); i++) {
                expect('2');
            }
        }
        expect('3');
        putStuffed(message);
        send();
        return reply();
    }

    /** Without pipelining, sends the command and hears its reply before the next. */
    private void next(char first) throws IOException {
        if (!pipelining) {
            send();
            expect(first);
        }
    }

    private void say(String line) throws IOException {
        putLine(line);
        send();
    }

    private void putLine(String line) {
        output.writeBytes(line.getBytes(UTF_8));
        output.write('\r');
        output.write('\n');
    }

    /** RFC 5321, section 4.5.2. */
    private void putStuffed(byte[] message) {
        int from = 0;
        for (int i = 0; i < message.length; i++) {
            if (message[i] == '.' && (i == 0 || endsLine(message, i))) {
                output.write(message, from, i - from);
                output.write('.');
                from = i;
            }
        }
        output.write(message, from, message.length - from);
        output.writeBytes(message.length == 0 || endsLine(message, message.length) ? END : CRLF_END);
    }

    private static boolean endsLine(byte[] message, int end) {
        return end >= 2 && message[end - 1] == '\n' && message[end - 2] == '\r';
    }

    private void send() throws IOException {
        output.writeTo(out);
        out.flush();
        output.reset();
    }

    private void expect(char first) throws IOException {
        int start = readReply();
        if (input[start] != first) {
            throw new IOException("refused: " + text(start));
        }
    }

    private String reply() throws IOException {
        return text(readReply());
    }

    private String text(int start) {
        return new String(input, start, position - 2 - start, UTF_8);
    }

    /** Reads a reply of one or several lines and returns where its last line starts. */
    private int readReply() throws IOException {
        while (true) {
            int start = readLine();
            if (position - start < 6 || input[start + 3] != '-') {
                return start;
            }
        }
    }

    private int readLine() throws IOException {
        int scanned = position;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                if (input[i] == '\n') {
                    int start = position;
                    position = i + 1;
                    return start;
                }
            }
            scanned = fill();
        }
    }

    private int fill() throws IOException {
        System.arraycopy(input, position, input, 0, limit - position);
        limit -= position;
        position = 0;
        int scanned = limit;
        int count = in.read(input, limit, input.length - limit);
        if (count <= 0) {
            throw new EOFException("the server has closed the connection");
        }
        limit += count;
        return scanned;
    }

    /** Says QUIT and closes. */
    @Override
    public void close() throws IOException {
        try {
            say("QUIT");
            expect('2');
        } finally {
            socket.close();
        }
    }
}
