package org.muniment.server.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.muniment.server.language.Message;

/** What each kind of problem means and what to do about it: where the {@code type} of a problem leads. Immutable. */
public final class ProblemPages {
    private static final String MEANING = ".meaning";
    private static final String REMEDY = ".remedy";

    private final Map<String, String> sentences;

    private ProblemPages(Map<String, String> sentences) {
        this.sentences = sentences;
    }

    /** Reads the sentences. */
    public static ProblemPages read() throws IOException {
        var read = new Properties();
        try (InputStream in = Objects.requireNonNull(ProblemPages.class.getResourceAsStream("problems.properties"))) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, String> sentences = new TreeMap<>();
        read.forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
        return new ProblemPages(sentences);
    }

    /** The list of all. */
    String list() {
        Html html = Html.page("Problems of the Muniment API").open("main").element("h1", "Problems");
        html.prose(
                "Every answer that is no success is a problem (RFC 9457) with one of these codes in its field `code`."
                        + " The codes never change.");
        html.open("dl");
        sentences.forEach((key, sentence) -> {
            if (key.endsWith(MEANING)) {
                String code = key.substring(0, key.length() - MEANING.length());
                html.open("dt")
                        .open("a", "href", "/api/docs/problems/" + code)
                        .text(code)
                        .close("a")
                        .close("dt");
                html.open("dd").line(sentence).close("dd");
            }
        });
        return html.close("dl").close("main").end();
    }

    /** The page of one; empty if there is no such code. */
    public Optional<String> page(String code) {
        String meaning = sentences.get(code + MEANING);
        if (meaning == null) {
            return Optional.empty();
        }
        String title = Message.of("problem." + code).english();
        Html html = Html.page(title).open("main").element("h1", title);
        html.open("p").code(code).close("p");
        html.element("h2", "What it means").open("p").line(meaning).close("p");
        html.element("h2", "What to do")
                .open("p")
                .line(sentences.getOrDefault(code + REMEDY, ""))
                .close("p");
        html.open("p")
                .open("a", "href", "/api/docs/problems")
                .text("All problems")
                .close("a")
                .close("p");
        return Optional.of(html.close("main").end());
    }
}
