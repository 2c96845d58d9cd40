package org.muniment.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.muniment.index.query.QuerySyntaxException.Reason;

/**
 * Cuts a query text into tokens. Brackets, colon, quotation marks, minus and star may be full-width, as Chinese input
 * methods type them. Not thread-safe.
 */
final class Lexer {
    private static final Pattern FIELD_NAMES = Pattern.compile("[A-Za-z][A-Za-z.,]*");
    private static final Pattern NEAR = Pattern.compile("NEAR(/\\d*)?");

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** The next token; {@link Token.Kind#END} over and over at the end. */
    Token next() throws QuerySyntaxException {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            return token(Token.Kind.END, "", start);
        }
        char c = text.charAt(at);
        if (isQuote(c)) {
            return phrase();
        }
        return switch (plain(c)) {
            case '(' -> symbol(Token.Kind.OPEN);
            case ')' -> symbol(Token.Kind.CLOSE);
            case '-' -> minus();
            default -> word();
        };
    }

    /** The error at a place of the query text. */
    QuerySyntaxException error(int index, String message, Reason reason, Object... arguments) {
        int position = text.codePointCount(0, index) + 1;
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new QuerySyntaxException(message + " (position " + position + ")", position, reason, texts);
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '＂';
    }

    static boolean isOperator(String word) {
        return word.equals("AND") || word.equals("OR") || word.equals("NOT") || isNear(word);
    }

    private static boolean isNear(String word) {
        return word.startsWith("NEAR") && NEAR.matcher(word).matches();
    }

    private static char plain(char c) {
        return switch (c) {
            case '（' -> '(';
            case '）' -> ')';
            case '：' -> ':';
            case '－' -> '-';
            case '＊' -> '*';
            default -> c;
        };
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private Token symbol(Token.Kind kind) {
        at++;
        return token(kind, text.substring(at - 1, at), at - 1);
    }

    private Token minus() throws QuerySyntaxException {
        if (at + 1 == text.length() || isBlank(text.charAt(at + 1))) {
            throw error(at, "`-` stands alone; write it directly before what is to be left out", Reason.MINUS_ALONE);
        }
        return symbol(Token.Kind.MINUS);
    }

    private Token phrase() throws QuerySyntaxException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isQuote(c)) {
                at++;
                return new Token(Token.Kind.PHRASE, value.toString(), star(), start);
            }
            if (c == '\\' && at + 1 < text.length() && isEscaped(text.charAt(at + 1))) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        throw error(start, "`\"` has no closing quotation mark", Reason.QUOTE_NOT_CLOSED);
    }

    private static boolean isEscaped(char c) {
        return c == '\\' || isQuote(c);
    }

    private boolean star() {
        boolean star = at < text.length() && plain(text.charAt(at)) == '*';
        if (star) {
            at++;
        }
        return star;
    }

    private Token word() throws QuerySyntaxException {
        int start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            if (plain(text.charAt(at)) == ':' && isField(start)) {
                at++;
                return token(Token.Kind.FIELD, text.substring(start, at - 1), start);
            }
            at++;
        }
        return word(start, text.substring(start, at));
    }

    private Token word(int start, String word) throws QuerySyntaxException {
        if (isNear(word)) {
            throw error(
                    start,
                    "NEAR is not supported yet; put words that follow each other in quotation marks",
                    Reason.NEAR_NOT_SUPPORTED);
        }
        return switch (word) {
            case "AND" -> token(Token.Kind.AND, word, start);
            case "OR" -> token(Token.Kind.OR, word, start);
            case "NOT" -> token(Token.Kind.NOT, word, start);
            case "*", "＊" -> token(Token.Kind.STAR, word, start);
            default -> starred(start, word);
        };
    }

    private Token starred(int start, String word) throws QuerySyntaxException {
        boolean star = plain(word.charAt(word.length() - 1)) == '*';
        String value = star ? word.substring(0, word.length() - 1) : word;
        for (int i = 1; i < value.length(); i++) {
            if (plain(value.charAt(i)) == '*') {
                throw error(start + i, "`*` can stand only at the end of a word", Reason.STAR_INSIDE_WORD);
            }
        }
        return new Token(Token.Kind.WORD, value, star, start);
    }

    /** A colon makes a field of plain letters before it, except in an address of the web. */
    private boolean isField(int start) {
        return FIELD_NAMES.matcher(text).region(start, at).matches() && !text.startsWith("//", at + 1);
    }

    private static boolean endsWord(char c) {
        return isBlank(c) || isQuote(c) || plain(c) == '(' || plain(c) == ')';
    }

    private static Token token(Token.Kind kind, String text, int start) {
        return new Token(kind, text, false, start);
    }
}
