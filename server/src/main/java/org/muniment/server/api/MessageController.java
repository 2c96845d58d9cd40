package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.message.RawMessage;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows one message: what is known of it, its bytes, its header section, its text. */
@RestController
@RequestMapping("/api/v1/messages/{id}")
final class MessageController {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String WHAT = "message";

    private final Door door;

    MessageController(Door door) {
        this.door = door;
    }

    @GetMapping
    MessageBody message(@PathVariable String id, @AuthenticationPrincipal Caller caller)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, WHAT);
        return MessageBody.of(door.read(caller, Ids.MESSAGE, WHAT, session -> session.message(message)));
    }

    @GetMapping("/raw")
    void raw(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, WHAT);
        try (RawMessage raw = door.read(caller, Ids.MESSAGE, WHAT, session -> session.raw(message))) {
            send(raw, id, response);
        }
    }

    @GetMapping("/sightings/{sighting}/raw")
    void sighting(
            @PathVariable String id,
            @PathVariable String sighting,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, WHAT);
        String copy = Ids.strip(Ids.MESSAGE, sighting, "sighting");
        try (RawMessage raw = door.read(caller, Ids.MESSAGE, "sighting", session -> session.sighting(message, copy))) {
            send(raw, sighting, response);
        }
    }

    @GetMapping("/headers")
    ResponseEntity<String> headers(@PathVariable String id, @AuthenticationPrincipal Caller caller)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, WHAT);
        return plain(door.read(caller, Ids.MESSAGE, WHAT, session -> session.headers(message)));
    }

    @GetMapping("/text")
    ResponseEntity<String> text(@PathVariable String id, @AuthenticationPrincipal Caller caller)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, WHAT);
        return plain(door.read(
                caller,
                Ids.MESSAGE,
                WHAT,
                session -> session.message(message).message().text()));
    }

    private static ResponseEntity<String> plain(String text) {
        return ResponseEntity.ok().contentType(PLAIN).body(text);
    }

    /** The bytes exactly, with their digest (RFC 9530); always as a download, never for a browser to show. */
    private static void send(RawMessage raw, String name, HttpServletResponse response) throws IOException {
        String digest = Base64.getEncoder().encodeToString(raw.sha256());
        try (InputStream in = raw.open()) {
            response.setContentType("message/rfc822");
            response.setContentLengthLong(raw.size());
            response.setHeader("Repr-Digest", "sha-256=:" + digest + ":");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".eml\"");
            in.transferTo(response.getOutputStream());
        }
    }
}
