package org.muniment.index.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sender or recipient as the form has it: a value of the language without field and, mostly, quotation marks. */
final class Person {
    private Person() {}

    /** Reads what was typed; quotation marks around all of it may stand there. */
    static Query.Text read(Field field, String typed) throws QuerySyntaxException {
        String text = typed.strip();
        int start = typed.indexOf(text);
        Lexer place = new Lexer(typed);
        Values values = new Values(place);
        boolean star = text.length() > 1 && isStar(text.charAt(text.length() - 1));
        String value = star ? text.substring(0, text.length() - 1) : text;
        boolean quoted =
                value.length() > 1 && Lexer.isQuote(value.charAt(0)) && Lexer.isQuote(value.charAt(value.length() - 1));
        String inner = quoted ? value.substring(1, value.length() - 1) : value;
        requireNoStar(place, quoted ? "" : inner, start);
        Token.Kind kind = quoted ? Token.Kind.PHRASE : Token.Kind.WORD;
        return values.text(List.of(field), new Token(kind, inner, star, start));
    }

    private static void requireNoStar(Lexer place, String value, int start) throws QuerySyntaxException {
        for (int i = 1; i < value.length(); i++) {
            if (isStar(value.charAt(i))) {
                throw place.error(
                        start + i,
                        "`*` can stand only at the end of a word",
                        QuerySyntaxException.Reason.STAR_INSIDE_WORD);
            }
        }
    }

    private static boolean isStar(char c) {
        return c == '*' || c == '＊';
    }

    /** What to type for a term, or {@code null} if the form cannot say it. */
    static @Nullable String typed(Query.Text term) {
        String plain = term.value() + (term.prefix() ? "*" : "");
        return says(plain, term) ? plain : null;
    }

    private static boolean says(String typed, Query.Text term) {
        try {
            return read(term.fields().getFirst(), typed).equals(term);
        } catch (QuerySyntaxException e) {
            return false;
        }
    }
}
