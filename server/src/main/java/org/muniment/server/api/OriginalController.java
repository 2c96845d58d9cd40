package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.message.RawMessage;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out originals, byte for byte, whole or one range of them; always as a download. */
@RestController
@RequestMapping("/api/v1/messages/{id}")
final class OriginalController {
    private static final String MISSING = "not-found.message";

    private final Door door;

    OriginalController(Door door) {
        this.door = door;
    }

    @GetMapping("/raw")
    void raw(
            @PathVariable String id,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, MISSING);
        try (RawMessage raw = door.read(caller, Ids.MESSAGE, MISSING, response, session -> session.raw(message))) {
            send(raw, id, request, response);
        }
    }

    @GetMapping("/sightings/{sighting}/raw")
    void sighting(
            @PathVariable String id,
            @PathVariable String sighting,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, MISSING);
        String copy = Ids.strip(Ids.MESSAGE, sighting, "not-found.sighting");
        try (RawMessage raw = door.read(
                caller, Ids.MESSAGE, "not-found.sighting", response, session -> session.sighting(message, copy))) {
            send(raw, sighting, request, response);
        }
    }

    /** With the digest of the whole (RFC 9530), also where a range is asked for. */
    private static void send(RawMessage raw, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + HexFormat.of().formatHex(raw.sha256()) + "\"";
        Optional<ByteRange> range = range(raw, tag, request);
        ByteRange part = range.orElse(new ByteRange(0, raw.size()));
        try (InputStream in = raw.open()) {
            in.skipNBytes(part.first());
            response.setContentType("message/rfc822");
            response.setContentLengthLong(part.length());
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            response.setHeader(HttpHeaders.ETAG, tag);
            response.setHeader("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(raw.sha256()) + ":");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FileNames.asAttachment(name + ".eml"));
            if (range.isPresent()) {
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, part.of(raw.size()));
            }
            copy(in, part.length(), response.getOutputStream());
        }
    }

    private static Optional<ByteRange> range(RawMessage raw, String tag, HttpServletRequest request) {
        String only = request.getHeader(HttpHeaders.IF_RANGE);
        if (only != null && !only.equals(tag)) {
            return Optional.empty();
        }
        try {
            return ByteRange.of(request.getHeader(HttpHeaders.RANGE), raw.size());
        } catch (ByteRange.NotSatisfiableException e) {
            throw Problem.of(ProblemCode.RANGE_NOT_SATISFIABLE, Message.of("range.beyond", raw.size()))
                    .exception();
        }
    }

    private static void copy(InputStream in, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[Math.clamp(length, 1, 64 << 10)];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("the original ended early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }
}
