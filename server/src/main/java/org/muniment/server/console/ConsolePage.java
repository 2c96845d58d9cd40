package org.muniment.server.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.muniment.server.language.Language;
import org.muniment.server.language.Message;
import org.muniment.server.security.BrowserRules;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The console's one page, which stands at every path that is not of the API: the page itself decides what it shows there.
 * Each answer has a nonce of its own.
 */
@Controller
public final class ConsolePage {
    private static final String PAGE = "/org/muniment/web/index.html";
    private static final String PLACE = "{{csp-nonce}}";
    private static final int NONCE_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<String> page = read();

    private static Optional<String> read() {
        try (InputStream in = ConsolePage.class.getResourceAsStream(PAGE)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(
            path = {"/", "/{first:(?!api$|assets$|favicon\\.).+}", "/{first:(?!api$|assets$|favicon\\.).+}/{*rest}"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        return page.map(ConsolePage::withNonce).orElseGet(() -> noConsole(Language.of(language)));
    }

    private static ResponseEntity<String> withNonce(String page) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", BrowserRules.policy(nonce))
                .body(page.replace(PLACE, nonce));
    }

    /** A build of the server alone. */
    private static ResponseEntity<String> noConsole(Language language) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(Message.of("console.missing").in(language) + "\n");
    }
}
