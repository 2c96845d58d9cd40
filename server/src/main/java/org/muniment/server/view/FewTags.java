package org.muniment.server.view;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/** Lets {@link SafeView#MOST_ELEMENTS} tags pass and then text only. Stands before the tags are balanced. */
final class FewTags implements HtmlStreamEventReceiver {
    private final HtmlStreamEventReceiver next;
    private int left = SafeView.MOST_ELEMENTS;

    FewTags(HtmlStreamEventReceiver next) {
        this.next = next;
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        if (left > 0) {
            left--;
            next.openTag(name, attributes);
        }
    }

    @Override
    public void closeTag(String name) {
        if (left > 0) {
            next.closeTag(name);
        }
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
        next.text(text);
    }
}
