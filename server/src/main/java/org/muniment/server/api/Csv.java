package org.muniment.server.api;

/** Lines of CSV (RFC 4180). */
final class Csv {
    private Csv() {}

    /**
     * One line, every value quoted. What a spreadsheet would take for a formula gets an apostrophe in front: the name of
     * a file must not become a program on the reader's machine.
     */
    static String row(String... values) {
        var line = new StringBuilder();
        for (String value : values) {
            boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
            line.append(line.isEmpty() ? "\"" : ",\"")
                    .append(formula ? "'" : "")
                    .append(value.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append("\r\n").toString();
    }
}
