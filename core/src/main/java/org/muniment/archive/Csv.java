package org.muniment.archive;

import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180) and strings of JSON (RFC 8259) for exports. */
final class Csv {

    private Csv() {}

    /**
     * One line. Text that a spreadsheet would take for a formula gets an apostrophe in front: a sender's subject must
     * not become a program on the reader's machine.
     */
    static String row(@Nullable String... values) {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            append(line, value == null ? "" : value);
        }
        return line.append("\r\n").toString();
    }

    private static void append(StringBuilder line, String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        line.append('"');
        if (formula) {
            line.append('\'');
        }
        line.append(value.replace("\"", "\"\"")).append('"');
    }

    /** A string with its quotes. */
    static String json(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
