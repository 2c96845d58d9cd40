package org.muniment.server.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Hands the description out; it is made when it is first asked for. */
@RestController
public final class DocsController {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final CacheControl A_WHILE = CacheControl.maxAge(Duration.ofHours(1));

    private final Supplier<String> document;
    private final Supplier<String> page;
    private final ProblemPages problems;

    DocsController(JsonMapper json) throws IOException {
        Supplier<Contract> contract = SingletonSupplier.of(() -> read(json));
        this.document = SingletonSupplier.of(() -> contract.get().root().toString());
        this.page = SingletonSupplier.of(() -> DocsPage.of(contract.get(), json));
        this.problems = ProblemPages.read();
    }

    private static Contract read(JsonMapper json) {
        try {
            return Contract.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<String> document() {
        return answer(MediaType.APPLICATION_JSON, document.get());
    }

    @GetMapping("/api/docs")
    ResponseEntity<String> page() {
        return answer(HTML, page.get());
    }

    @GetMapping("/api/docs/problems")
    ResponseEntity<String> problems() {
        return answer(HTML, problems.list());
    }

    @GetMapping("/api/docs/problems/{code}")
    ResponseEntity<String> problem(@PathVariable String code) throws NoResourceFoundException {
        return problems.page(code)
                .map(found -> answer(HTML, found))
                .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, "/api/docs/problems/" + code, code));
    }

    @GetMapping("/api/docs/style.css")
    ResponseEntity<String> style() throws IOException {
        String style =
                new ClassPathResource("style.css", DocsController.class).getContentAsString(StandardCharsets.UTF_8);
        return answer(CSS, style);
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok().cacheControl(A_WHILE).contentType(type).body(body);
    }
}
