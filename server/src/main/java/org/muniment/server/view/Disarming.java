package org.muniment.server.view;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/**
 * Takes the addresses out of balanced HTML on its way to the sanitiser: images become data or a placeholder, links
 * become text that can be read and copied. For one mail; not thread-safe.
 */
final class Disarming implements HtmlSanitizer.Policy {
    private static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_ALTERNATIVE = 300;
    private static final int LONGEST_VALUE = 8_192;
    /** Attributes that the policy lets pass because our own marks have them. */
    private static final Set<String> OURS = Set.of("class", "tabindex", "src", "href");

    private final HtmlSanitizer.Policy next;
    private final InlineImages images;
    private final Words words;
    private final Findings findings = new Findings();
    private @Nullable Link link;

    Disarming(HtmlSanitizer.Policy next, InlineImages images, Words words) {
        this.next = next;
        this.images = images;
        this.words = words;
    }

    /** What was taken out so far. */
    Findings findings() {
        return findings;
    }

    @Override
    public void openDocument() {
        next.openDocument();
    }

    @Override
    public void closeDocument() {
        next.closeDocument();
    }

    @Override
    public void text(String text) {
        if (link != null) {
            link.add(text);
        }
        next.text(text);
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        Map<String, String> given = given(attributes);
        Remote.backgrounds(given).forEach(findings::image);
        switch (name) {
            case "img", "image" -> image(given);
            case "a" -> openLink(given);
            case "body" -> next.openTag("div", attributes(bodyStyle(given)));
            default -> next.openTag(name, attributes(given));
        }
    }

    @Override
    public void closeTag(String name) {
        if (name.equals("a")) {
            closeLink();
        }
        next.closeTag(name.equals("body") ? "div" : name);
    }

    private void image(Map<String, String> given) {
        String source = Remote.source(given);
        String data = images.data(source);
        if (data != null) {
            List<String> attributes = attributes(given);
            attributes.addAll(List.of("src", data));
            next.openTag("img", attributes);
        } else if (Remote.isLocal(source)) {
            placeholder(images.has(source) ? words.badImage() : words.missingImage(), "", given);
        } else {
            remote(Target.of(source), given);
        }
    }

    private void remote(Target source, Map<String, String> given) {
        if (Remote.isPixel(given)) {
            findings.pixel(source);
            placeholder(words.trackingPixel(), source.host(), Map.of());
        } else {
            findings.image(source);
            placeholder(words.remoteImage(), source.host(), given);
        }
    }

    private void placeholder(String what, String host, Map<String, String> given) {
        String described = given.getOrDefault("alt", "").strip();
        String alternative = described.substring(0, Math.min(described.length(), LONGEST_ALTERNATIVE));
        next.openTag("span", marked(Page.PLACEHOLDER));
        next.text(what + (host.isEmpty() ? "" : ": " + host) + (alternative.isEmpty() ? "" : " – " + alternative));
        next.closeTag("span");
    }

    private void openLink(Map<String, String> given) {
        String address = given.get("href");
        if (address == null) {
            next.openTag("a", attributes(given));
            return;
        }
        link = new Link(Target.of(address));
        given.put("title", link.target().shown());
        List<String> attributes = attributes(given);
        attributes.addAll(List.of("class", Page.LINK, "tabindex", "0"));
        next.openTag("a", attributes);
    }

    /** Says where the link leads: at once when its text says otherwise, else when it is clicked. */
    private void closeLink() {
        if (link == null) {
            return;
        }
        if (link.misleads()) {
            findings.misleadingLink();
            mark(Page.WARNING, " [" + words.leadsTo() + " " + link.target().host() + "] ");
        }
        mark(Page.TARGET, " ⟨" + link.target().shown() + "⟩ ");
        link = null;
    }

    private void mark(String kind, String text) {
        next.openTag("span", marked(kind));
        next.text(text);
        next.closeTag("span");
    }

    /** The policy changes the list in place. */
    private static List<String> marked(String kind) {
        return new ArrayList<>(List.of("class", kind));
    }

    private static Map<String, String> bodyStyle(Map<String, String> given) {
        String colour = given.get("bgcolor");
        if (colour != null && !colour.contains(";")) {
            given.put("style", "background-color:" + colour + ";" + given.getOrDefault("style", ""));
        }
        return given;
    }

    /** By name, the first of each as browsers take it. */
    private static Map<String, String> given(List<String> attributes) {
        var given = new LinkedHashMap<String, String>();
        // The list is linked: walked by number, many attributes would take quadratic time.
        Iterator<String> each = attributes.iterator();
        while (each.hasNext()) {
            given.putIfAbsent(each.next(), each.next());
        }
        return given;
    }

    private static List<String> attributes(Map<String, String> given) {
        var passing = new ArrayList<String>();
        given.forEach((name, value) -> {
            if (!OURS.contains(name) && value.length() <= LONGEST_VALUE && passing.size() < 2 * MOST_ATTRIBUTES) {
                passing.add(name);
                passing.add(value);
            }
        });
        return passing;
    }
}
