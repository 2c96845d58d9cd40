package org.muniment.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Delivers one example mail by SMTP, as a mail server would hand over its copy (RFC 5321). */
public final class Delivery implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    private Delivery(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        this.out = socket.getOutputStream();
    }

    /**
     * Delivers to the listener on this machine.
     *
     * @throws IOException if it does not take the mail
     */
    public static void of(Mail mail, int port) throws IOException {
        try (var delivery = new Delivery(new Socket(InetAddress.getLoopbackAddress(), port))) {
            delivery.deliver(mail);
        }
    }

    private void deliver(Mail mail) throws IOException {
        answer('2');
        say("EHLO mail.lindenhof.example", '2');
        String reversePath = mail.envelope().reversePath();
        say("MAIL FROM:<" + (reversePath == null ? "" : reversePath) + ">", '2');
        for (String recipient : mail.envelope().recipients()) {
            say("RCPT TO:<" + recipient + ">", '2');
        }
        say("DATA", '3');
        out.write(stuffed(mail.bytes()));
        say(".", '2');
        say("QUIT", '2');
    }

    /** A line that begins with a dot gets another one (RFC 5321, section 4.5.2). */
    private static byte[] stuffed(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..");
        return (text.endsWith("\r\n") ? text : text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private void say(String line, char kind) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        answer(kind);
    }

    private void answer(char kind) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || line.isEmpty() || line.charAt(0) != kind) {
            throw new IOException("the listener answered: " + line);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
