package org.muniment.server.view;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * The elements, attributes and styles that a shown mail may have; everything else is left out. No attribute but the
 * {@code src} of an image holds an address, and that only image data in the page itself.
 */
final class MailPolicy {
    /** The classes of our own marks; those of the mail are dropped before. */
    static final Set<String> MARKS = Set.of(Page.LINK, Page.TARGET, Page.WARNING, Page.PLACEHOLDER);

    private static final String[] ELEMENTS = {
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "dfn",
        "dir",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "wbr"
    };
    /** Elements whose text no reader of the mail sees. */
    private static final String[] SILENT = {"audio", "canvas", "iframe", "script", "style", "title", "video"};

    private static final Pattern LENGTH = Pattern.compile("\\d{1,5}%?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern COLOUR = Pattern.compile("#?[0-9A-Za-z]{1,24}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,12}");
    private static final Pattern TYPEFACES = Pattern.compile("[\\w ,'-]{1,200}");

    private static final PolicyFactory POLICY = policy();

    private MailPolicy() {}

    /** The policy in front of a receiver, for one mail. */
    static HtmlSanitizer.Policy to(HtmlStreamEventReceiver page) {
        return POLICY.apply(page);
    }

    private static PolicyFactory policy() {
        var policy = new HtmlPolicyBuilder()
                .allowElements(ELEMENTS)
                .allowWithoutAttributes("a", "font", "span")
                .disallowTextIn(SILENT)
                .allowStyling(styles());
        images(policy);
        marks(policy);
        layout(policy);
        return policy.toFactory();
    }

    private static void images(HtmlPolicyBuilder policy) {
        policy.allowUrlProtocols("data")
                .allowAttributes("src")
                .matching(InlineImages::isImage)
                .onElements("img");
        policy.allowAttributes("alt").onElements("img");
    }

    private static void marks(HtmlPolicyBuilder policy) {
        policy.allowAttributes("class").matching(MARKS::contains).onElements("a", "span");
        policy.allowAttributes("tabindex").matching("0"::equals).onElements("a");
        policy.allowAttributes("title").globally();
    }

    private static void layout(HtmlPolicyBuilder policy) {
        policy.allowAttributes("width", "height").matching(LENGTH).onElements("img", "table", "td", "th", "col", "hr");
        policy.allowAttributes("border", "cellpadding", "cellspacing", "colspan", "rowspan", "span", "start", "hspace")
                .matching(NUMBER)
                .onElements("img", "table", "td", "th", "col", "colgroup", "ol");
        policy.allowAttributes("bgcolor", "color")
                .matching(COLOUR)
                .onElements("table", "tbody", "td", "th", "tr", "font", "hr");
        policy.allowAttributes("align", "valign", "dir", "type")
                .matching(WORD)
                .onElements(
                        "img", "table", "tbody", "td", "th", "tr", "p", "div", "span", "h1", "h2", "h3", "h4",
                        "caption", "hr", "ol", "ul", "li", "bdo");
        policy.allowAttributes("face").matching(TYPEFACES).onElements("font");
        policy.allowAttributes("size")
                .matching(Pattern.compile("[+-]?\\d{1,2}"))
                .onElements("font", "hr");
    }

    /** What shapes text and boxes in their place; nothing that loads, and nothing that lays one thing over another. */
    private static CssSchema styles() {
        Set<String> loading = Set.of("background-image", "list-style-image", "image()");
        Set<String> usual = CssSchema.DEFAULT.allowedProperties().stream()
                .filter(name -> !loading.contains(name))
                .collect(Collectors.toSet());
        List<String> more = List.of("display", "float", "clear", "overflow", "visibility");
        return CssSchema.withProperties(
                Stream.concat(usual.stream(), more.stream()).toList());
    }
}
