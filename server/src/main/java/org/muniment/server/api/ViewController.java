package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.MessageContent;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.view.Rendered;
import org.muniment.server.view.SafeView;
import org.muniment.server.view.ViewPolicy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a message as a page that does nothing, under a policy of its own that keeps it so. */
@RestController
final class ViewController {
    private static final int LONGEST_LANGUAGE = 35;

    private final Door door;

    ViewController(Door door) {
        this.door = door;
    }

    @GetMapping("/api/v1/messages/{id}/render")
    void render(
            @PathVariable String id,
            @RequestParam(name = "as", required = false) @Nullable String as,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, "not-found.message");
        boolean asText = asText(as);
        var view = new SafeView(locale(language, request));
        MessageContent content =
                door.read(caller, Ids.MESSAGE, "not-found.message", response, session -> session.content(message));
        String html = asText ? null : content.html();
        Rendered rendered = html == null ? view.text(content.text()) : view.html(html, parts(content)::get);
        byte[] page = rendered.page().getBytes(StandardCharsets.UTF_8);
        ViewPolicy.HEADERS.forEach(response::setHeader);
        response.setContentType(ViewPolicy.CONTENT_TYPE);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static boolean asText(@Nullable String as) {
        return switch (as == null ? "html" : as) {
            case "html" -> false;
            case "text" -> true;
            default ->
                throw Problem.field("as", "invalid", Message.of("invalid.one-of", "as", "html, text"))
                        .exception();
        };
    }

    /** A frame asks in the browser's language; the console says by a parameter which one its reader has chosen. */
    private static Locale locale(@Nullable String language, HttpServletRequest request) {
        return language == null || language.length() > LONGEST_LANGUAGE
                ? request.getLocale()
                : Locale.forLanguageTag(language);
    }

    private static Map<String, byte[]> parts(MessageContent content) {
        Map<String, byte[]> parts = new HashMap<>();
        for (MessageContent.InlinePart part : content.inline()) {
            parts.putIfAbsent(part.contentId(), part.bytes());
        }
        return parts;
    }
}
