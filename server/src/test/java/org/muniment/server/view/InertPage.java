package org.muniment.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a page as a browser would and compares all that is in it with lists of its own. */
final class InertPage {
    private static final Set<String> ELEMENTS = words("""
            a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn
            dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark menu
            nav ol p pre q rp rt ruby s samp section small span strike strong sub sup table tbody td tfoot th thead tr
            tt u ul var wbr""");
    private static final Set<String> ATTRIBUTES = words("""
            style title alt width height border cellpadding cellspacing colspan rowspan span start hspace bgcolor color
            align valign dir type face size""");
    private static final Map<String, Pattern> SPECIAL = Map.of(
            "class", Pattern.compile("m-(link|target|warning|image|shortened|quote[0-3])"),
            "tabindex", Pattern.compile("0"),
            "src", Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]++={0,2}"));
    /** Whatever loads, runs, escapes or covers. */
    private static final Pattern BAD_STYLE = Pattern.compile(
            "url|import|expression|behaviou?r|binding|position|z-index|transform|animation|content|var\\(|image|attr|"
                    + "element\\(|filter|[\\\\@<>{}]|/\\*",
            Pattern.CASE_INSENSITIVE);

    private static final String OUR_STYLE =
            style(Jsoup.parse(new SafeView(Locale.ENGLISH).text("").page()));

    private InertPage() {}

    /** Fails unless the page holds nothing but what cannot act; returns it as read. */
    static Document check(String page) {
        Document document = Jsoup.parse(page);
        assertThat(document.head().children()).extracting(Element::nodeName).containsExactly("meta", "title", "style");
        assertThat(document.head().child(0).attributes().html()).isEqualTo(" charset=\"utf-8\"");
        assertThat(style(document)).isEqualTo(OUR_STYLE);
        assertThat(document.body().attributes()).isEmpty();
        document.body().children().forEach(child -> child.getAllElements().forEach(InertPage::checkElement));
        document.body().traverse((node, depth) -> assertThat(node).isNotInstanceOfAny(Comment.class, DataNode.class));
        // A page that reads otherwise when it is written and read again could hide something from this check.
        assertThat(shape(Jsoup.parse(document.html()))).isEqualTo(shape(document));
        return document;
    }

    private static void checkElement(Element element) {
        assertThat(element.tag().namespace()).isEqualTo("http://www.w3.org/1999/xhtml");
        assertThat(ELEMENTS).contains(element.nodeName());
        element.attributes().forEach(attribute -> checkAttribute(element, attribute));
        if (element.hasAttr("src")) {
            assertThat(element.nodeName()).isEqualTo("img");
            checkImage(element.attr("src"));
        }
    }

    private static void checkAttribute(Element element, Attribute attribute) {
        Pattern special = SPECIAL.get(attribute.getKey());
        if (special != null) {
            assertThat(attribute.getValue()).matches(special);
            return;
        }
        assertThat(ATTRIBUTES).as(element.nodeName()).contains(attribute.getKey());
        if (attribute.getKey().equals("style")) {
            assertThat(attribute.getValue()).doesNotContainPattern(BAD_STYLE);
        }
    }

    private static void checkImage(String source) {
        byte[] bytes = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
        String start = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        assertThat(start).matches(Pattern.compile("(\u0089PNG|ÿØÿ|GIF8|RIFF....WEBP).*", Pattern.DOTALL));
    }

    private static String style(Document document) {
        return document.head().child(2).data();
    }

    private static String shape(Document document) {
        return document.body().getAllElements().stream().map(Element::nodeName).collect(Collectors.joining(" "));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).collect(Collectors.toCollection(TreeSet::new));
    }
}
