package org.muniment.index.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the canonical text of a query: implied AND, quotation marks and brackets only where they are needed. */
final class Printer {
    static final String PLAIN_MARKS = "._@+#&%=~$'-";

    private Printer() {}

    static String print(Query query) {
        return switch (query) {
            case Query.All all -> "*";
            case Query.And and -> join(and.parts(), " ");
            case Query.Or or -> join(or.parts(), " OR ");
            case Query.Not not -> "NOT " + bracketed(not.part());
            case Query.Size size -> (size.larger() ? "larger:" : "smaller:") + size.bytes();
            case Query.Is is -> is.property().text();
            case Query.Department department -> Departments.print(department);
            case Query.Text text -> fields(text.fields()) + value(text.value()) + (text.prefix() ? "*" : "");
        };
    }

    private static String join(List<Query> parts, String between) {
        return parts.stream().map(Printer::bracketed).collect(Collectors.joining(between));
    }

    private static String bracketed(Query part) {
        boolean compound = part instanceof Query.And || part instanceof Query.Or;
        return compound ? "(" + print(part) + ")" : print(part);
    }

    private static String fields(List<Field> fields) {
        return fields.isEmpty() ? "" : fields.stream().map(Field::keyword).collect(Collectors.joining(",", "", ":"));
    }

    static String value(String value) {
        return isPlain(value) ? value : quoted(value);
    }

    private static boolean isPlain(String value) {
        return isPlain(value, PLAIN_MARKS);
    }

    /** Whether a value of letters, digits and these marks needs no quotation marks. */
    static boolean isPlain(String value, String marks) {
        return !value.isEmpty()
                && value.charAt(0) != '-'
                && !Lexer.isOperator(value)
                && value.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0);
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || Lexer.isQuote(c)) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
