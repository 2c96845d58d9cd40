package org.muniment.protocols;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: lines and text in, reply lines out, each within its time.
 *
 * <p>Replies are collected and leave together when there is no more input at hand, so a pipelining client gets one
 * packet for many commands (RFC 2920). A client that does not send its line, its text or read its replies in time is
 * told so if possible and cut off; so is one that rests when the listener stops. All methods that read or write then
 * throw an {@code IOException}, after which the protocol just returns.
 *
 * <p>Belongs to one thread; only {@link #watch} is called from another.
 */
public final class Connection {
    private static final Duration LAST_WORD = Duration.ofSeconds(2);
    private static final byte[] CRLF = {'\r', '\n'};
    private static final int REPLIES = 1024;
    private static final int MOST_DRAINED = 1 << 20;

    private final Socket raw;
    private final LineProtocol protocol;
    private final Buffers buffers;
    private final BooleanSupplier stopping;
    private final long patience;
    private final Vigil vigil = new Vigil();
    private final byte[] replies = new byte[REPLIES];
    private int replied;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private LineReader reader;
    private boolean working;
    private long workUntil;
    private long lineUntil;
    private boolean inLine;

    Connection(Socket accepted, LineProtocol protocol, Buffers buffers, Duration patience, BooleanSupplier stopping)
            throws IOException {
        this.raw = accepted;
        this.stopping = stopping;
        this.protocol = protocol;
        this.buffers = buffers;
        this.patience = patience.toNanos();
        this.socket = accepted;
        this.in = accepted.getInputStream();
        this.out = accepted.getOutputStream();
        this.reader = new LineReader(new Incoming(), buffers);
    }

    /** The address the client connects from. */
    public InetAddress client() {
        return raw.getInetAddress();
    }

    /** Whether TLS has been started. */
    public boolean secure() {
        return socket instanceof SSLSocket;
    }

    /** Whether the listener has begun to stop: nothing new should be started. */
    public boolean stopping() {
        return stopping.getAsBoolean();
    }

    /**
     * Begins something that has to end within {@code total}, however diligently the client goes on sending. Until
     * {@link #end} the connection is not at rest: a stopping listener leaves it its grace.
     */
    public void begin(Duration total) {
        working = true;
        workUntil = System.nanoTime() + total.toNanos();
    }

    /** Ends what was begun, if anything was. */
    public void end() {
        working = false;
    }

    /**
     * The next line without its CRLF; {@code null} when the client has closed.
     *
     * @throws MalformedLineException if it is not a line of UTF-8 within the limit; the next one can be read
     */
    public @Nullable String readLine() throws IOException {
        lineUntil = System.nanoTime() + patience;
        inLine = true;
        return reader.readLine();
    }

    /**
     * Passes dot-stuffed text on as it comes until {@code CRLF.CRLF}, unstuffed and otherwise unchanged.
     *
     * @param sink takes the text; what it throws ends the connection, so it keeps its own troubles to itself
     * @return {@code false} if the client closed before the end
     */
    public boolean readText(OutputStream sink) throws IOException {
        inLine = false;
        return reader.readText(sink);
    }

    /** Says a line; the CRLF is added, and what cannot stand in a reply line becomes a question mark. */
    public void reply(String line) throws IOException {
        byte[] bytes = line.getBytes(US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < ' ') {
                bytes[i] = '?';
            }
        }
        reply(bytes);
    }

    /** Says a line or several, ready but for the last CRLF. */
    public void reply(byte[] line) throws IOException {
        put(line);
        put(CRLF);
    }

    private void put(byte[] bytes) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            int count = Math.min(bytes.length - done, REPLIES - replied);
            System.arraycopy(bytes, done, replies, replied, count);
            replied += count;
            done += count;
            if (replied == REPLIES) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        if (replied > 0) {
            vigil.hurry(System.nanoTime() + patience);
            out.write(replies, 0, replied);
            out.flush();
            vigil.relax();
            replied = 0;
        }
    }

    /**
     * Continues under TLS, as the server. Sends what was replied before. Whatever the client had sent ahead in plain
     * text is thrown away: an attacker may have put it there (RFC 3207, section 5; the STARTTLS injection).
     */
    public void startTls(Tls tls) throws IOException {
        flush();
        reader.discard();
        vigil.hurry(System.nanoTime() + patience);
        socket = tls.layOver(raw);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        reader = new LineReader(new Incoming(), buffers);
        vigil.relax();
    }

    /** Sends what is left to say and closes. For the listener, when the protocol has returned. */
    void close() {
        reader.discard();
        if (vigil.dismissed()) {
            return; // whoever dismissed it is saying the last word and closes
        }
        try (raw;
                Socket closing = socket) {
            flush();
            vigil.hurry(System.nanoTime() + LAST_WORD.toNanos());
            closing.shutdownOutput();
            drain();
        } catch (IOException e) {
            Quiet.gone(e);
        }
    }

    /** Unread input would make the system reset the connection, and the client might lose our last reply. */
    private void drain() throws IOException {
        int drained = 0;
        while (raw.getInputStream().available() > 0 && drained < MOST_DRAINED) {
            drained += (int) raw.getInputStream().skip(MOST_DRAINED);
        }
    }

    /** Looks after the time. Called now and then from the listener's own thread; never blocks. */
    void watch(long now, boolean stopping) {
        switch (vigil.judge(now, LAST_WORD.toNanos(), stopping)) {
            case KEEP -> {}
            case SEND_HOME -> Thread.startVirtualThread(() -> farewell(protocol.stopping()));
            case TIME_OUT -> Thread.startVirtualThread(() -> farewell(protocol.timedOut()));
            case CUT -> cut();
        }
    }

    private void farewell(String line) {
        try (raw;
                Socket closing = socket) {
            out.write((line + "\r\n").getBytes(US_ASCII));
            out.flush();
            closing.shutdownOutput();
        } catch (IOException e) {
            Quiet.gone(e);
        }
    }

    /** Closes at once, whatever goes on. */
    void cut() {
        try {
            raw.close();
        } catch (IOException e) {
            Quiet.gone(e);
        }
    }

    /** The bytes from the client, each read under the vigil's eye and after all replies have left. */
    private final class Incoming extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            flush();
            long now = System.nanoTime();
            if (working && now - workUntil >= 0) { // a quick client might never be seen waiting
                reply(protocol.timedOut());
                throw new DismissedException();
            }
            boolean resting = !working;
            vigil.await(resting, until(now));
            int count = readNow(target, offset, length);
            vigil.resume(resting);
            return count;
        }

        private int readNow(byte[] target, int offset, int length) throws IOException {
            try {
                return in.read(target, offset, length);
            } catch (IOException e) {
                if (vigil.dismissed()) {
                    throw (IOException) new DismissedException().initCause(e);
                }
                throw e;
            }
        }

        private long until(long now) {
            long soon = inLine ? lineUntil : now + patience;
            return working && workUntil - soon < 0 ? workUntil : soon;
        }
    }
}
