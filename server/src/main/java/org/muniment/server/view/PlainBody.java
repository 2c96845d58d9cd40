package org.muniment.server.view;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/** Plain text as HTML: escaped, as it stands, with what is quoted marked by its depth. Not thread-safe. */
final class PlainBody {
    private static final int DEEPEST = 3;
    /** Stretches of one depth that are marked; what follows is shown without marks. */
    private static final int MOST_STRETCHES = 20_000;

    private final String text;
    private final HtmlStreamEventReceiver page;
    private int stretches;

    PlainBody(String text, HtmlStreamEventReceiver page) {
        this.text = text;
        this.page = page;
    }

    void write() {
        page.openDocument();
        int at = 0;
        while (at < text.length()) {
            int depth = depth(at);
            int end = lineEnd(at);
            while (end < text.length() && (depth(end) == depth || stretches >= MOST_STRETCHES)) {
                end = lineEnd(end);
            }
            stretch(depth, text.substring(at, end));
            at = end;
        }
        page.closeDocument();
    }

    private void stretch(int depth, String lines) {
        stretches++;
        page.openTag("div", List.of("class", Page.QUOTE + Math.min(depth, DEEPEST)));
        page.text(lines);
        page.closeTag("div");
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** How many angle brackets the line begins with, blanks between them allowed. */
    private int depth(int from) {
        int depth = 0;
        for (int i = from; i < text.length() && (text.charAt(i) == '>' || text.charAt(i) == ' '); i++) {
            depth += text.charAt(i) == '>' ? 1 : 0;
            if (depth == 0 || depth == DEEPEST) {
                return depth;
            }
        }
        return depth;
    }
}
