package org.muniment.message;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * Takes the text out of HTML: what stands between the tags, a line per block, without scripts, styles and comments;
 * alternative texts of images too. No parser: tags need not match, and what is no tag is text. Runs in time linear to
 * the input. Not thread-safe.
 */
final class HtmlText {
    private static final long[] BLOCKS = packed(
            "address",
            "article",
            "aside",
            "blockquo",
            "body",
            "br",
            "caption",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hr",
            "html",
            "li",
            "main",
            "nav",
            "ol",
            "option",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "ul");
    private static final long SCRIPT = pack("script", 0, 6);
    private static final long STYLE = pack("style", 0, 5);
    private static final long CELL = pack("td", 0, 2);
    private static final long HEAD_CELL = pack("th", 0, 2);
    private static final long IMAGE = pack("img", 0, 3);

    private final String html;
    private final char[] text;
    private int length;
    private char gap;
    /** What was looked for up to the end in vain, so that it is not looked for again and again. */
    private final Set<Missing> missing = EnumSet.noneOf(Missing.class);

    private enum Missing {
        COMMENT_END,
        TAG_END,
        TAG_END_OUTSIDE_QUOTES,
        SINGLE_QUOTE,
        DOUBLE_QUOTE,
        SCRIPT_END,
        STYLE_END
    }

    private HtmlText(String html, int limit) {
        this.html = html;
        this.text = new char[Math.min(html.length(), limit)];
    }

    /** The text of a page, at most so many characters of it. */
    static String of(String html, int limit) {
        var page = new HtmlText(html, limit);
        page.run();
        return new String(page.text, 0, page.length);
    }

    private void run() {
        int at = 0;
        while (at < html.length() && length < text.length) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            characters(at, end);
            if (tag < 0) {
                return;
            }
            at = markup(tag);
        }
    }

    private void characters(int from, int to) {
        int at = from;
        while (at < to) {
            char c = html.charAt(at);
            if (c == '&') {
                at = reference(at, to);
            } else {
                put(c);
                at++;
            }
        }
    }

    private void put(char c) {
        if (c <= ' ' || c == '\u00a0') {
            gap = gap == 0 ? ' ' : gap;
        } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff') { // they cut words that the eye sees whole
            character(c);
        }
    }

    private void character(char c) {
        if (gap != 0 && length > 0 && length < text.length) {
            text[length++] = gap;
        }
        gap = 0;
        if (length < text.length) {
            text[length++] = c;
        }
    }

    /** A character reference, or the ampersand that it begins with. Returns where to go on. */
    private int reference(int at, int to) {
        int end = at + 1;
        int longest = Math.min(to, at + 32);
        while (end < longest && isNamePart(html.charAt(end), end - at)) {
            end++;
        }
        String value = end - at < 2 ? "" : value(at + 1, end);
        if (value.isEmpty()) {
            put('&');
            return at + 1;
        }
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
        }
        return end < to && html.charAt(end) == ';' ? end + 1 : end;
    }

    private static boolean isNamePart(char c, int place) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c == '#' && place == 1);
    }

    private String value(int from, int to) {
        if (html.charAt(from) == '#') {
            return codePoint(from + 1, to);
        }
        if (html.startsWith("nbsp", from) && to - from == 4) {
            return " ";
        }
        return Entities.getByName(html.substring(from, to));
    }

    private String codePoint(int from, int to) {
        boolean hex = from < to && (html.charAt(from) | 0x20) == 'x';
        int value = 0;
        for (int i = hex ? from + 1 : from; i < to; i++) {
            int digit = Character.digit(html.charAt(i), hex ? 16 : 10);
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                return "";
            }
            value = value * (hex ? 16 : 10) + digit;
        }
        return value <= 0 || value > Character.MAX_CODE_POINT ? "" : Character.toString(value);
    }

    /** A tag, a comment or the mere sign. Returns where to go on. */
    private int markup(int at) {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (next == '!' || next == '?') {
            return declaration(at);
        }
        boolean closes = next == '/';
        int name = closes ? at + 2 : at + 1;
        int nameEnd = nameEnd(name);
        int end = nameEnd == name && !closes ? -1 : tagEnd(nameEnd);
        if (end < 0) {
            put('<');
            return at + 1;
        }
        return tag(pack(html, name, nameEnd), closes, nameEnd, end);
    }

    private int tag(long name, boolean closes, int nameEnd, int end) {
        if (name == CELL || name == HEAD_CELL) {
            gap = gap == 0 || gap == ' ' ? '\t' : gap;
        } else if (Arrays.binarySearch(BLOCKS, name) >= 0) {
            gap = '\n';
        } else if (!closes && (name == SCRIPT || name == STYLE)) {
            boolean script = name == SCRIPT;
            return closing(script ? "</script" : "</style", script ? Missing.SCRIPT_END : Missing.STYLE_END, end + 1);
        } else if (name == IMAGE) {
            alternative(nameEnd, end);
        }
        return end + 1;
    }

    /** The end of a script or style; without one, its content is taken for text rather than lost. */
    private int closing(String tag, Missing end, int from) {
        if (missing.contains(end)) {
            return from;
        }
        for (int at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.regionMatches(true, at, tag, 0, tag.length())) {
                return at;
            }
        }
        missing.add(end);
        return from;
    }

    private void alternative(int from, int to) {
        int lower = html.indexOf("alt=", from, to);
        int at = lower < 0 ? html.indexOf("ALT=", from, to) : lower;
        if (at < 0 || at + 5 >= to) {
            return;
        }
        char quote = html.charAt(at + 4);
        int end = quote == '"' || quote == '\'' ? html.indexOf(quote, at + 5, to) : -1;
        if (end > at + 5) {
            put(' ');
            characters(at + 5, end);
            put(' ');
        }
    }

    private int declaration(int at) {
        if (html.startsWith("<!--", at)) {
            int end = find("-->", at + 2, Missing.COMMENT_END);
            return end < 0 ? at + 4 : end + 3;
        }
        int end = find(">", at, Missing.TAG_END);
        return end < 0 ? at + 2 : end + 1;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < html.length() && isNamePart(html.charAt(end), 0)) {
            end++;
        }
        return end;
    }

    /** Where the tag closes, quoted values passed over, or -1. A quote that never closes is none. */
    private int tagEnd(int from) {
        int at = missing.contains(Missing.TAG_END_OUTSIDE_QUOTES) ? html.length() : from;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '>') {
                return at;
            }
            boolean quote = (c == '"' || c == '\'') && html.charAt(at - 1) == '=';
            at = quote ? quoteEnd(c, at) + 1 : at + 1;
        }
        missing.add(Missing.TAG_END_OUTSIDE_QUOTES);
        return find(">", from, Missing.TAG_END);
    }

    private int quoteEnd(char quote, int at) {
        boolean isDouble = quote == '"';
        int end = find(isDouble ? "\"" : "'", at + 1, isDouble ? Missing.DOUBLE_QUOTE : Missing.SINGLE_QUOTE);
        return end < 0 ? at : end;
    }

    private int find(String what, int from, Missing end) {
        int at = missing.contains(end) ? -1 : html.indexOf(what, from);
        if (at < 0) {
            missing.add(end);
        }
        return at;
    }

    private static long[] packed(String... names) {
        return Arrays.stream(names)
                .mapToLong(name -> pack(name, 0, name.length()))
                .sorted()
                .toArray();
    }

    /** The first eight characters of a tag name in lower case, as one number. */
    private static long pack(String text, int from, int to) {
        long packed = 0;
        for (int i = from; i < Math.min(to, from + 8); i++) {
            packed = (packed << 8) | ((text.charAt(i) | 0x20) & 0xff);
        }
        return packed;
    }
}
