package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 connection (RFC 9112) that is used for one request after the other.
 *
 * <p>The JDK's clients do not fit: {@code java.net.http} needs most of a second to start, {@code HttpURLConnection}
 * knows no PATCH, repeats a POST on its own, and loses the answer of a server that refuses a body while it is being
 * sent. This one reads that answer. Not thread-safe; an answer must be read to its end before the next request.
 */
final class HttpConnection implements Closeable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 64 << 10;
    private static final int MOST_FIELDS = 200;

    private final Socket socket;
    private final String host;
    private final InputStream in;
    private final OutputStream out;
    private boolean usable = true;

    private HttpConnection(Socket socket, String host) throws IOException {
        this.socket = socket;
        this.host = host;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    static HttpConnection to(ServerAddress server) throws IOException {
        String name = server.url().getHost();
        String plain = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(plain, server.port()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            Socket ready = server.encrypted() ? secured(socket, plain, server.port()) : socket;
            return new HttpConnection(ready, name + ":" + server.port());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket socket, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** What a request carries. */
    interface Body {
        long length();

        void writeTo(OutputStream out) throws IOException;
    }

    /** Whether another request can be sent: a server closes connections on which nothing has happened for a while. */
    boolean usable() throws IOException {
        if (usable) {
            usable = !closedByServer();
        }
        return usable;
    }

    private boolean closedByServer() throws IOException {
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            // Between two requests a server has nothing to say, so whatever comes is an end.
            in.read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            socket.setSoTimeout(timeout);
        }
    }

    /**
     * Sends a request and reads the head of its answer.
     *
     * @throws IOException if the connection fails before there is an answer
     */
    HttpAnswer send(String method, String target, Map<String, String> fields, Body body) throws IOException {
        usable = false;
        try {
            head(method, target, fields, body.length());
            body.writeTo(out);
            out.flush();
        } catch (UnreadableItemException e) {
            throw e;
        } catch (IOException e) {
            return answerInSpiteOf(e);
        }
        return answer();
    }

    private void head(String method, String target, Map<String, String> fields, long length) throws IOException {
        StringBuilder head = new StringBuilder(512);
        head.append(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        fields.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    /** A server that does not want the rest of a body answers and closes; the answer says why. */
    private HttpAnswer answerInSpiteOf(IOException failure) throws IOException {
        try {
            socket.setSoTimeout(CONNECT_MILLIS);
            return answer();
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private HttpAnswer answer() throws IOException {
        String status = line();
        while (status.startsWith("HTTP/1.1 1")) {
            fields();
            status = line();
        }
        if (!status.matches("HTTP/1\\.[01] [2-5][0-9]{2}( .*)?")) {
            throw new IOException("this is no web server: it answers \"" + Plain.line(status) + "\"");
        }
        Map<String, String> fields = fields();
        int code = Integer.parseInt(status.substring(9, 12));
        boolean lasting =
                !fields.getOrDefault("connection", "").equalsIgnoreCase("close") && status.startsWith("HTTP/1.1");
        return new HttpAnswer(code, fields, body(code, fields), () -> usable = lasting);
    }

    private InputStream body(int code, Map<String, String> fields) throws IOException {
        if (code == 204 || code == 304) {
            return new LimitedBody(in, 0);
        }
        if (fields.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return new ChunkedBody(in);
        }
        String length = fields.get("content-length");
        try {
            return length == null ? in : new LimitedBody(in, Long.parseLong(length));
        } catch (NumberFormatException e) {
            throw new IOException("the server's answer has no usable length", e);
        }
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0 && fields.size() < MOST_FIELDS) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private String line() throws IOException {
        return line(in);
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("the server's answer does not end");
            }
            line.append((char) c);
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    @Override
    public void close() throws IOException {
        usable = false;
        socket.close();
    }
}
