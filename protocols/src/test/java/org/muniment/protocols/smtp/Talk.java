package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A client that says and hears exactly what a test wants, byte by byte. */
final class Talk implements Closeable {
    private static final int PATIENCE_MILLIS = 20_000;

    private Socket socket;
    private InputStream in;

    Talk(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A client that has heard the greeting and said EHLO. */
    static Talk greeted(int port) throws IOException {
        Talk talk = new Talk(port);
        talk.hear("220 ");
        talk.say("EHLO client.example");
        talk.hear("250 ");
        return talk;
    }

    void say(String line) throws IOException {
        send((line + "\r\n").getBytes(UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next reply line without its CRLF; {@code null} if the server has closed. */
    @Nullable
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        String text = line.toString(UTF_8);
        if (!text.endsWith("\r")) {
            throw new AssertionError("the server ended a line with a bare LF: " + text);
        }
        return text.substring(0, text.length() - 1);
    }

    /** Reads reply lines up to the last of a reply, which must start as given. */
    String hear(String start) throws IOException {
        String line = line();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        if (line == null || !line.startsWith(start)) {
            throw new AssertionError("expected a reply like \"" + start + "\", got \"" + line + "\"");
        }
        return line;
    }

    /** Whether anything comes within the time. What has come stays to be read. */
    boolean somethingComesWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        in.mark(1);
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            in.reset();
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    void startTls(SSLContext context) throws IOException {
        SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(socket, "mx.example.org", socket.getPort(), true);
        secure.startHandshake();
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
