package org.muniment.server.demo;

import java.util.Arrays;
import java.util.stream.Collectors;

/** HTML as mail programs write it. */
final class Html {
    private Html() {}

    static String page(String body) {
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html\"></head>\n"
                + "<body style=\"font-family: Calibri, Arial, sans-serif; font-size: 14px\">\n" + body
                + "</body></html>\n";
    }

    /** A paragraph per block of lines. */
    static String paragraphs(String text) {
        return Arrays.stream(text.strip().split("\n\n+", -1))
                .map(block -> "<p style=\"margin: 0 0 12px\">" + escaped(block).replace("\n", "<br>\n") + "</p>\n")
                .collect(Collectors.joining());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
