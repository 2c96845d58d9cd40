package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.muniment.archive.AttachedFile;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.security.Caller;
import org.muniment.server.view.FileKind;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands attachments out: decoded, streamed, under the type that their bytes show, never for a browser to open. */
@RestController
final class AttachmentController {
    private static final String MISSING = "not-found.attachment";

    private final Door door;

    AttachmentController(Door door) {
        this.door = door;
    }

    @GetMapping("/api/v1/messages/{id}/attachments/{number}")
    void attachment(
            @PathVariable String id,
            @PathVariable String number,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, "not-found.message");
        if (!number.matches("[1-9][0-9]{0,6}")) {
            throw Ids.notFound(id, MISSING);
        }
        AttachedFile file = door.read(
                caller,
                Ids.MESSAGE,
                MISSING,
                response,
                session -> session.attachment(message, Integer.parseInt(number)));
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(FileKind.HEAD);
            describe(file, number, head, response);
            response.getOutputStream().write(head);
            in.transferTo(response.getOutputStream());
        }
    }

    private static void describe(AttachedFile file, String number, byte[] head, HttpServletResponse response) {
        String given = file.filename() == null ? "" : file.filename();
        String name = FileNames.plain(given, "attachment-" + number);
        response.setContentType(AttachmentView.trueType(file.contentType(), head, file.filename()));
        response.setContentLengthLong(file.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FileNames.asAttachment(name));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
