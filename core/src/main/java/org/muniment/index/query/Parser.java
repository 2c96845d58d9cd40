package org.muniment.index.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.index.query.QuerySyntaxException.Reason;
import org.muniment.index.query.Token.Kind;

/**
 * Reads a query by recursive descent, one method per rule of the grammar. Length, depth and number of terms are
 * bounded. For one use.
 */
final class Parser {
    static final int LONGEST = 40_000;
    static final int DEEPEST = 50;
    static final int MOST_TERMS = 1_024;

    private final Lexer lexer;
    private final Values values;
    private Token token = new Token(Kind.END, "", false, 0);
    private int depth;
    private int terms;

    Parser(String text) throws QuerySyntaxException {
        lexer = new Lexer(text);
        values = new Values(lexer);
        if (text.length() > LONGEST) {
            throw lexer.error(LONGEST, "the query has more than " + LONGEST + " characters", Reason.TOO_LONG, LONGEST);
        }
    }

    Query parse() throws QuerySyntaxException {
        advance();
        if (token.is(Kind.END)) {
            return new Query.All();
        }
        Query query = or(List.of());
        if (token.is(Kind.CLOSE)) {
            throw error("`)` has no opening bracket", Reason.BRACKET_NOT_OPENED);
        }
        return query;
    }

    private Query or(List<Field> scope) throws QuerySyntaxException {
        List<Query> parts = new ArrayList<>();
        parts.add(and(scope));
        while (token.is(Kind.OR)) {
            advance();
            parts.add(and(scope));
        }
        return Query.or(parts);
    }

    private Query and(List<Field> scope) throws QuerySyntaxException {
        List<Query> parts = new ArrayList<>();
        parts.add(not(scope));
        while (!token.is(Kind.OR) && !token.is(Kind.CLOSE) && !token.is(Kind.END)) {
            if (token.is(Kind.AND)) {
                advance();
            }
            parts.add(not(scope));
        }
        return Query.and(parts);
    }

    private Query not(List<Field> scope) throws QuerySyntaxException {
        if (!token.is(Kind.NOT) && !token.is(Kind.MINUS)) {
            return primary(scope);
        }
        Token operator = token;
        deeper(operator);
        advance();
        if (token.is(Kind.END) || token.is(Kind.CLOSE)) {
            throw lexer.error(
                    operator.start(),
                    "`" + operator.text() + "` has nothing to leave out",
                    Reason.NOTHING_TO_LEAVE_OUT,
                    operator.text());
        }
        Query part = not(scope);
        depth--;
        return new Query.Not(part);
    }

    private Query primary(List<Field> scope) throws QuerySyntaxException {
        return switch (token.kind()) {
            case OPEN -> group(scope, "(", token.start());
            case FIELD -> field(scope);
            case WORD, PHRASE -> text(scope);
            case STAR -> everything(scope);
            case END -> throw error("the query ends where a word is expected", Reason.WORD_EXPECTED);
            case CLOSE, AND, OR, NOT, MINUS ->
                throw error("`" + token.text() + "` has nothing before it", Reason.NOTHING_BEFORE, token.text());
        };
    }

    private Query group(List<Field> scope, String opening, int start) throws QuerySyntaxException {
        Token bracket = token;
        deeper(bracket);
        advance();
        if (token.is(Kind.CLOSE)) {
            throw lexer.error(start, "`" + opening + ")` holds nothing", Reason.BRACKETS_EMPTY, opening);
        }
        if (token.is(Kind.END)) {
            throw unclosed(opening, bracket);
        }
        Query query = or(scope);
        if (!token.is(Kind.CLOSE)) {
            throw unclosed(opening, bracket);
        }
        advance();
        depth--;
        return query;
    }

    private QuerySyntaxException unclosed(String opening, Token bracket) {
        return lexer.error(
                bracket.start(), "`" + opening + "` has no closing bracket", Reason.BRACKET_NOT_CLOSED, opening);
    }

    private Query field(List<Field> scope) throws QuerySyntaxException {
        Token name = token;
        String opening = name.text() + ":";
        if (!scope.isEmpty()) {
            throw lexer.error(
                    name.start(),
                    "`" + opening + "` stands inside the brackets of another field",
                    Reason.FIELD_INSIDE_FIELD,
                    opening);
        }
        Query condition = condition(name);
        if (condition != null) {
            return condition;
        }
        List<Field> fields = values.fields(name);
        advance();
        return switch (token.kind()) {
            case OPEN -> group(fields, opening + "(", name.start());
            case WORD, PHRASE -> text(fields);
            case MINUS, NOT ->
                throw error(
                        "write `" + token.text() + "` before `" + opening + "`, not behind it",
                        Reason.NEGATION_BEHIND_FIELD,
                        token.text(),
                        opening);
            case STAR -> throw starAlone();
            case FIELD ->
                throw error("`" + opening + "` is followed by another field", Reason.FIELD_AFTER_FIELD, opening);
            case AND, OR, CLOSE, END ->
                throw lexer.error(name.start(), "`" + opening + "` has no value", Reason.FIELD_WITHOUT_VALUE, opening);
        };
    }

    /** A field whose value is no text; {@code null} if it is another one. */
    private @Nullable Query condition(Token name) throws QuerySyntaxException {
        String keyword = name.text().toLowerCase(Locale.ROOT);
        if (!Values.CONDITIONS.contains(keyword)) {
            return null;
        }
        advance();
        if (!token.is(Kind.WORD) && !token.is(Kind.PHRASE)) {
            throw lexer.error(
                    name.start(), "`" + keyword + ":` has no value", Reason.FIELD_WITHOUT_VALUE, keyword + ":");
        }
        Query condition = values.condition(keyword, token);
        count(1);
        advance();
        return condition;
    }

    private Query text(List<Field> scope) throws QuerySyntaxException {
        Query text = values.text(scope, token);
        count(Math.max(1, scope.size()));
        advance();
        return text;
    }

    private Query everything(List<Field> scope) throws QuerySyntaxException {
        if (!scope.isEmpty()) {
            throw starAlone();
        }
        count(1);
        advance();
        return new Query.All();
    }

    private void deeper(Token at) throws QuerySyntaxException {
        if (++depth > DEEPEST) {
            throw lexer.error(
                    at.start(), "the query is nested more than " + DEEPEST + " deep", Reason.TOO_DEEP, DEEPEST);
        }
    }

    private void count(int more) throws QuerySyntaxException {
        terms += more;
        if (terms > MOST_TERMS) {
            throw error("the query has more than " + MOST_TERMS + " terms", Reason.TOO_MANY_TERMS, MOST_TERMS);
        }
    }

    private void advance() throws QuerySyntaxException {
        token = lexer.next();
    }

    private QuerySyntaxException starAlone() {
        return error(
                "`*` needs at least " + Values.SHORTEST_PREFIX + " characters before it",
                Reason.STAR_ALONE,
                Values.SHORTEST_PREFIX);
    }

    private QuerySyntaxException error(String message, Reason reason, Object... arguments) {
        return lexer.error(token.start(), message, reason, arguments);
    }
}
