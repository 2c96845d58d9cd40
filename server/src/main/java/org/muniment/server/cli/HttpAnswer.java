package org.muniment.server.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a request: its head, and its body as it comes. Read to the end or closed with the connection. */
final class HttpAnswer implements Closeable {
    private final int status;
    private final Map<String, String> fields;
    private final InputStream body;
    private final Runnable whole;

    HttpAnswer(int status, Map<String, String> fields, InputStream body, Runnable whole) {
        this.status = status;
        this.fields = fields;
        this.body = body;
        this.whole = whole;
    }

    int status() {
        return status;
    }

    /** A header field by its name in lower case. */
    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    /** The body as it comes; it fails where the connection breaks before its end. */
    InputStream body() {
        return body;
    }

    /** The whole body; after that the connection can be used again. */
    byte[] bytes() throws IOException {
        byte[] bytes = body.readAllBytes();
        whole.run();
        return bytes;
    }

    /** Hands the whole body on. */
    void copyTo(OutputStream out) throws IOException {
        body.transferTo(out);
        whole.run();
    }

    /** The whole body as JSON. */
    Json json() throws IOException {
        return Json.read(bytes());
    }

    @Override
    public void close() {
        // The connection owns the stream.
    }
}
