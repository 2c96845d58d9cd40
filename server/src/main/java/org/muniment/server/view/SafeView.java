package org.muniment.server.view;

import java.util.Locale;
import org.muniment.archive.MessageContent;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;

/**
 * Turns the body of a mail into a page that does nothing: it runs no script, sends no request and leads nowhere.
 *
 * <p>What is not on the list of {@link MailPolicy} is left out, its text kept where a reader would have seen it. Images
 * of the mail itself become part of the page, all others give way to a line that names their host. Links lose their
 * target as an address and keep it as text. The sanitiser has the last word on every tag and attribute, ours included.
 * Serve the page under {@link ViewPolicy} only.
 *
 * <p>Time and memory are linear in the input, of which at most {@link #MOST_CHARS} are read; {@link #MOST_ELEMENTS} tags
 * are kept, and those deeper than 256 are left out. Does not protect from what a page can say: a mail may still lie.
 * Style sheets of the mail are not applied, only the styles on its elements. Thread-safe.
 */
public final class SafeView {
    /** Characters of a body that are read; the rest is only in the original. */
    public static final int MOST_CHARS = 2 << 20;

    /** Elements of a page; a browser becomes slow far beyond. */
    public static final int MOST_ELEMENTS = 100_000;

    private final Words words;

    /** @param locale of the reader: English and Chinese are spoken, English otherwise */
    public SafeView(Locale locale) {
        this.words = Words.in(locale);
    }

    /** A page of what a message shows of itself: its HTML if it has any, else its text. */
    public Rendered of(MessageContent content) {
        String html = content.html();
        return html == null
                ? text(content.text(), content.truncated())
                : html(html, InlineParts.of(content.inline()), content.truncated());
    }

    /**
     * A page of an HTML body.
     *
     * @param html as decoded, however broken
     * @param parts where its {@code cid:} images are
     */
    public Rendered html(String html, InlineParts parts) {
        return html(html, parts, false);
    }

    private Rendered html(String html, InlineParts parts, boolean truncated) {
        boolean tooLong = html.length() > MOST_CHARS;
        boolean shortened = tooLong || truncated;
        var content = new StringBuilder();
        var disarming = new Disarming(MailPolicy.to(renderer(content)), new InlineImages(parts), words);
        HtmlSanitizer.sanitize(tooLong ? head(html) : html, disarming, FewTags::new);
        Findings found = disarming.findings();
        return found.rendered(Page.of(words, content, shortened), shortened);
    }

    /** A page of a plain body: as it stands, with long lines wrapped and what is quoted in a quieter colour. */
    public Rendered text(String text) {
        return text(text, false);
    }

    private Rendered text(String text, boolean truncated) {
        boolean tooLong = text.length() > MOST_CHARS;
        boolean shortened = tooLong || truncated;
        var content = new StringBuilder();
        new PlainBody(tooLong ? head(text) : text, renderer(content)).write();
        return new Findings().rendered(Page.of(words, content, shortened), shortened);
    }

    private static HtmlStreamEventReceiver renderer(StringBuilder page) {
        return HtmlStreamRenderer.create(page, unwritable -> {
            throw new IllegalStateException("the sanitiser let through what cannot be written: " + unwritable);
        });
    }

    private static String head(String text) {
        boolean splits = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1));
        return text.substring(0, splits ? MOST_CHARS - 1 : MOST_CHARS);
    }
}
