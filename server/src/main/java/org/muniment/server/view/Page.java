package org.muniment.server.view;

/** The document around the body of a mail: white paper, fonts that can be read, wide mails scroll inside. */
final class Page {
    /** A link: text with its target behind it, shown when it is clicked. */
    static final String LINK = "m-link";
    /** The target of a link. */
    static final String TARGET = "m-target";
    /** What warns of a link whose text names another host. */
    static final String WARNING = "m-warning";
    /** What stands for an image that is not shown. */
    static final String PLACEHOLDER = "m-image";
    /** With its depth behind it: plain text that is quoted. */
    static final String QUOTE = "m-quote";

    private static final String STYLE = """
            :root { color-scheme: light; background: #fff; color: #1f1f1f }
            body { margin: 12px; font: 14px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC",
              "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: break-word }
            main { overflow-x: auto; padding: 4px }
            img { max-width: 100%; height: auto }
            blockquote { margin: 0 0 0 8px; padding-left: 12px; border-left: 2px solid #d0d4da }
            .m-link { color: #0b57d0; text-decoration: underline; cursor: help }
            .m-link:focus { outline: 2px solid #0b57d0; outline-offset: 2px }
            .m-target { display: none }
            .m-link:focus .m-target { display: inline-block; user-select: all; font: 12px/1.5 ui-monospace, monospace;
              color: #3c4043; background: #f1f3f4; word-break: break-all }
            .m-warning { display: inline-block; font: 600 12px/1.5 system-ui, sans-serif; color: #9a3412; background: #fff3e6 }
            .m-image { display: inline-block; max-width: 100%; padding: 1px 6px; border: 1px dashed #9aa0a6;
              font: 12px/1.5 system-ui, sans-serif; color: #5f6368; background: #f8f9fa }
            .m-shortened { margin-top: 24px; padding-top: 8px; border-top: 1px solid #d0d4da; color: #5f6368 }
            .m-quote0, .m-quote1, .m-quote2, .m-quote3 { white-space: pre-wrap }
            .m-quote1 { color: #1a5a8a }
            .m-quote2 { color: #5b4a8a }
            .m-quote3 { color: #5f6368 }
            """;

    private Page() {}

    /** @param content HTML that the sanitiser, or our own escaping, has made */
    static String of(Words words, CharSequence content, boolean shortened) {
        String rest = shortened ? "<p class=\"m-shortened\">" + words.shortened() + "</p>" : "";
        return "<!DOCTYPE html>\n<html lang=\"" + words.tag() + "\"><head><meta charset=\"utf-8\"><title>"
                + words.title() + "</title><style>\n" + STYLE + "</style></head>\n<body><main>" + content + "</main>"
                + rest + "</body></html>\n";
    }
}
