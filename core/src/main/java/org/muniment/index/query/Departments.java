package org.muniment.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.muniment.index.query.QuerySyntaxException.Reason;

/** Reads and writes the conditions that name a department: {@code dept:Sales}, {@code dept.now:"Sales/North East/*"}. */
final class Departments {
    /** Who was in it when the mail was sent. */
    static final String THEN = "dept";
    /** Who is in it now. */
    static final String NOW = "dept.now";

    private static final String BELOW = "*";
    private static final String PLAIN_MARKS = Printer.PLAIN_MARKS + "/";

    private Departments() {}

    static boolean isKeyword(String keyword) {
        return keyword.equals(THEN) || keyword.equals(NOW);
    }

    static Query.Department read(Lexer lexer, String keyword, Token value) throws QuerySyntaxException {
        List<String> names = names(value.text() + (value.star() ? BELOW : ""));
        boolean below = !names.isEmpty() && names.getLast().equals(BELOW);
        String reference = String.join("/", below ? names.subList(0, names.size() - 1) : names);
        boolean starOnName = value.star() && !below;
        if (starOnName || !isNormal(reference, below)) {
            throw lexer.error(
                    value.start(),
                    "`" + keyword + ":` takes the id of a department, or its path as in `Sales/North`; `/*` behind it"
                            + " takes in all departments below",
                    Reason.DEPARTMENT_UNREADABLE,
                    keyword + ":");
        }
        return new Query.Department(reference, below, keyword.equals(NOW));
    }

    /** A department as a form has it; the star for what lies below it may stand there all the same. */
    static Query.Department typed(String condition, String typed, boolean below, boolean now)
            throws QuerySyntaxException {
        try {
            Token token = new Token(Token.Kind.PHRASE, typed, false, 0);
            Query.Department department = read(new Lexer(typed), now ? NOW : THEN, token);
            return new Query.Department(department.reference(), below || department.below(), now);
        } catch (QuerySyntaxException e) {
            throw e.in(condition);
        }
    }

    /** Whether it is what {@link #read} would make of it: a star alone at the end means what lies below. */
    static boolean isNormal(String reference, boolean below) {
        List<String> names = names(reference);
        return !names.isEmpty()
                && String.join("/", names).equals(reference)
                && (below || !names.getLast().equals(BELOW));
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.replace('／', '/').replace('＊', '*').split("/", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static String print(Query.Department department) {
        String name = department.now() ? NOW : THEN;
        String reference = department.reference();
        String below = department.below() ? "/" + BELOW : "";
        return name + ":"
                + (Printer.isPlain(reference, PLAIN_MARKS) ? reference + below : Printer.quoted(reference + below));
    }

    static QuerySyntaxException unknown(Query.Department department, String text) {
        Lexer lexer = new Lexer(text);
        return lexer.error(
                place(lexer, department),
                "there is no department `" + department.reference() + "`",
                Reason.DEPARTMENT_UNKNOWN,
                department.reference());
    }

    /** Where the condition's value begins; the beginning of the text if it does not stand there. */
    private static int place(Lexer lexer, Query.Department department) {
        try {
            Token token = lexer.next();
            while (!token.is(Token.Kind.END)) {
                Token next = lexer.next();
                String keyword = token.text().toLowerCase(Locale.ROOT);
                boolean isValue = next.is(Token.Kind.WORD) || next.is(Token.Kind.PHRASE);
                if (token.is(Token.Kind.FIELD)
                        && isKeyword(keyword)
                        && isValue
                        && read(lexer, keyword, next).equals(department)) {
                    return next.start();
                }
                token = next;
            }
            return 0;
        } catch (QuerySyntaxException e) {
            return 0; // it was read before, so this is another text
        }
    }
}
