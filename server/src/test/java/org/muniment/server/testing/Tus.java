package org.muniment.server.testing;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Uploads as a tus client does. */
public record Tus(Api api) {
    private static final String VERSION = "1.0.0";

    /** Begins an upload. */
    public Api.Answer begin(String filename, long length) throws IOException, InterruptedException {
        String name = Base64.getEncoder().encodeToString(filename.getBytes(StandardCharsets.UTF_8));
        return api.call(
                "POST",
                "/uploads",
                BodyPublishers.noBody(),
                Map.of(
                        "Tus-Resumable",
                        VERSION,
                        "Upload-Length",
                        Long.toString(length),
                        "Upload-Metadata",
                        "filename " + name + ",filetype dGV4dA=="));
    }

    /** Sends a piece. */
    public Api.Answer piece(String id, long offset, byte[] bytes) throws IOException, InterruptedException {
        return api.call(
                "PATCH",
                "/uploads/" + id,
                BodyPublishers.ofByteArray(bytes),
                Map.of(
                        "Tus-Resumable",
                        VERSION,
                        "Upload-Offset",
                        Long.toString(offset),
                        "Content-Type",
                        "application/offset+octet-stream"));
    }

    /** Asks how far it came, or removes it. */
    public Api.Answer bare(String method, String id) throws IOException, InterruptedException {
        return api.call(method, "/uploads/" + id, BodyPublishers.noBody(), Map.of("Tus-Resumable", VERSION));
    }

    /** Uploads a whole file and gives its id. */
    public String whole(String filename, byte[] bytes) throws IOException, InterruptedException {
        String id = id(begin(filename, bytes.length));
        Api.Answer sent = piece(id, 0, bytes);
        if (sent.status() != 204) {
            throw new AssertionError("the upload was answered " + sent.status() + " " + sent.text());
        }
        return id;
    }

    /** The id of an upload that was begun. */
    public static String id(Api.Answer begun) {
        String location = begun.header("Location");
        if (begun.status() != 201) {
            throw new AssertionError("the upload was answered " + begun.status() + " " + begun.text());
        }
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
