package org.muniment.server.docs;

import java.util.regex.Pattern;

/** Writes HTML; every text and attribute is escaped. Not thread-safe. */
final class Html {
    private static final Pattern BETWEEN_BLOCKS = Pattern.compile("\n\\s*\n");
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("\n\\* ");

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** The beginning of a page, up to where its content goes. */
    static Html page(String title) {
        var html = new Html();
        html.out.append("<!doctype html>\n");
        return html.open("html", "lang", "en")
                .open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width")
                .element("title", title)
                .open("link", "rel", "stylesheet", "href", "/api/docs/style.css")
                .close("head")
                .open("body");
    }

    /** The page. */
    String end() {
        return close("body").close("html").out.toString();
    }

    /** Begins an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    /** A whole element with text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** A code element within a line, without a line break behind it. */
    Html code(String text) {
        out.append("<code>");
        escape(text);
        out.append("</code>");
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** Text with {@code `code`} in it. */
    Html line(String text) {
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                code(parts[i]);
            } else {
                escape(parts[i]);
            }
        }
        return this;
    }

    /** Paragraphs, and lists of lines that begin with a star. */
    Html prose(String text) {
        for (String block : BETWEEN_BLOCKS.split(text.strip(), -1)) {
            if (block.startsWith("* ")) {
                open("ul");
                for (String item : BETWEEN_ITEMS.split(block.substring(2), -1)) {
                    open("li").line(item).close("li");
                }
                close("ul");
            } else if (!block.isBlank()) {
                open("p").line(block).close("p");
            }
        }
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
