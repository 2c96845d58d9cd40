package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows one message: what is known of it, its header section, its text. */
@RestController
@RequestMapping("/api/v1/messages/{id}")
final class MessageController {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String MISSING = "not-found.message";

    private final Door door;

    MessageController(Door door) {
        this.door = door;
    }

    @GetMapping
    MessageBody message(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, MISSING);
        return MessageBody.of(door.read(caller, Ids.MESSAGE, MISSING, response, session -> session.message(message)));
    }

    @GetMapping("/headers")
    ResponseEntity<String> headers(
            @PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, MISSING);
        return plain(door.read(caller, Ids.MESSAGE, MISSING, response, session -> session.headers(message)));
    }

    @GetMapping("/text")
    ResponseEntity<String> text(
            @PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, MISSING);
        return plain(door.read(
                caller,
                Ids.MESSAGE,
                MISSING,
                response,
                session -> session.message(message).message().text()));
    }

    private static ResponseEntity<String> plain(String text) {
        return ResponseEntity.ok().contentType(PLAIN).body(text);
    }
}
