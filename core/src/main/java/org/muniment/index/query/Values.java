package org.muniment.index.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Words;
import org.muniment.index.query.QuerySyntaxException.Reason;

/** Reads what stands before and behind the colon of a field, and says what is wrong with it. */
final class Values {
    /** Fields whose value is no text; they stand alone. */
    static final List<String> CONDITIONS = List.of("has", "is", "larger", "smaller", Departments.THEN, Departments.NOW);

    static final int SHORTEST_PREFIX = 2;

    private final Lexer lexer;

    Values(Lexer lexer) {
        this.lexer = lexer;
    }

    /** The fields named before a colon: one, or several with commas between them. */
    List<Field> fields(Token names) throws QuerySyntaxException {
        List<Field> fields = new ArrayList<>();
        int start = names.start();
        for (String name : names.text().split(",", -1)) {
            Field field = Field.named(name.toLowerCase(Locale.ROOT));
            if (field == null) {
                throw unknown(name, start);
            }
            fields.add(field);
            start += name.length() + 1;
        }
        return fields;
    }

    /** The condition of one of the {@link #CONDITIONS}. */
    Query condition(String keyword, Token value) throws QuerySyntaxException {
        if (Departments.isKeyword(keyword)) {
            return Departments.read(lexer, keyword, value);
        }
        String text = value.text().toLowerCase(Locale.ROOT);
        if (value.star()) {
            throw lexer.error(value.start(), "`" + keyword + ":` takes no `*`", Reason.STAR_NOT_ALLOWED, keyword + ":");
        }
        return switch (keyword) {
            case "larger" -> new Query.Size(true, bytes(keyword, text, value));
            case "smaller" -> new Query.Size(false, bytes(keyword, text, value));
            default -> property(keyword + ":" + text, value);
        };
    }

    /** A word or phrase to look for in the fields. */
    Query.Text text(List<Field> fields, Token token) throws QuerySyntaxException {
        String value = value(fields, token);
        if (fields.contains(Field.ACCOUNT)) {
            requireAccount(value, token);
        }
        if (!Words.isIn(value)) {
            throw lexer.error(
                    token.start(),
                    "`" + token.text() + "` has no letter or digit to search for",
                    Reason.NOTHING_TO_SEARCH,
                    token.text());
        }
        if (token.star()) {
            checkPrefix(fields, value, token);
        }
        return new Query.Text(fields, value, token.star());
    }

    private String value(List<Field> fields, Token token) throws QuerySyntaxException {
        String value = token.text();
        if (token.is(Token.Kind.PHRASE)) {
            return value;
        }
        boolean leadingStar = value.startsWith("*") || value.startsWith("＊");
        boolean anyoneAt = leadingStar && value.startsWith("@", 1);
        if (anyoneAt && !fields.isEmpty() && fields.stream().allMatch(Field::isAddress)) {
            return value.substring(1);
        }
        if (leadingStar) {
            throw lexer.error(
                    token.start(),
                    "`*` can stand only at the end of a word, or before the @ of an address",
                    Reason.STAR_BEFORE_WORD);
        }
        return value;
    }

    /** An archive account is one address: half of one would be somebody else's. */
    private void requireAccount(String value, Token token) throws QuerySyntaxException {
        int at = value.indexOf('@');
        if (token.star() || at < 1 || at == value.length() - 1 || hasMore(value)) {
            throw lexer.error(
                    token.start(),
                    "`" + token.text() + (token.star() ? "*" : "") + "` is no whole address, as `account:` needs one;"
                            + " `participant:` finds names, domains and beginnings",
                    Reason.ACCOUNT_UNREADABLE,
                    token.text() + (token.star() ? "*" : ""));
        }
    }

    /** Whether it is more than an address, a name before it for instance. */
    private static boolean hasMore(String value) {
        return value.chars().anyMatch(c -> c == ' ' || c == '<' || c == '>' || c == ',' || c == ';');
    }

    private void checkPrefix(List<Field> fields, String value, Token token) throws QuerySyntaxException {
        boolean isLetter = Character.isLetterOrDigit(value.codePointBefore(value.length()));
        int characters = fields.stream().allMatch(field -> field.isWhole(value)) && !fields.isEmpty()
                ? value.length()
                : lastWordCharacters(value);
        if (!isLetter || characters < SHORTEST_PREFIX) {
            throw lexer.error(
                    token.start(),
                    "`" + token.text() + "*` needs at least " + SHORTEST_PREFIX + " letters or digits before the `*`",
                    Reason.PREFIX_TOO_SHORT,
                    token.text(),
                    SHORTEST_PREFIX);
        }
    }

    private static int lastWordCharacters(String value) {
        int characters = 0;
        Words words = new Words().over(value);
        while (words.next()) {
            characters = words.isIdeograph() ? characters + 1 : words.characters();
        }
        return characters;
    }

    private Query property(String text, Token value) throws QuerySyntaxException {
        for (Query.Property property : Query.Property.values()) {
            if (property.text().equals(text)) {
                return new Query.Is(property);
            }
        }
        String all =
                Arrays.stream(Query.Property.values()).map(Query.Property::text).collect(Collectors.joining(", "));
        throw lexer.error(
                value.start(), "`" + text + "` is not known; there are " + all, Reason.PROPERTY_UNKNOWN, text, all);
    }

    private long bytes(String keyword, String text, Token value) throws QuerySyntaxException {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        try {
            return Math.multiplyExact(Long.parseLong(text, 0, digits, 10), unit(text.substring(digits)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw lexer.error(
                    value.start(),
                    "`" + keyword + ":" + value.text() + "` is no size; write bytes, or 10k, 5M, 1g",
                    Reason.SIZE_UNREADABLE,
                    keyword + ":" + value.text());
        }
    }

    private static long unit(String name) {
        return switch (name) {
            case "", "b" -> 1;
            case "k", "kb" -> 1L << 10;
            case "m", "mb" -> 1L << 20;
            case "g", "gb" -> 1L << 30;
            default -> throw new NumberFormatException(name);
        };
    }

    private QuerySyntaxException unknown(String name, int start) {
        TreeSet<String> known = new TreeSet<>(CONDITIONS);
        for (Field field : Field.values()) {
            known.add(field.keyword());
        }
        if (CONDITIONS.contains(name.toLowerCase(Locale.ROOT))) {
            return lexer.error(
                    start,
                    "`" + name + ":` cannot be combined with other fields",
                    Reason.FIELD_NOT_COMBINABLE,
                    name + ":");
        }
        String near = nearest(name.toLowerCase(Locale.ROOT), known);
        String all = String.join(", ", known);
        String message = "field `" + name + "` is not known"
                + (near == null ? "" : ", did you mean `" + near + "`?")
                + "; fields are " + all
                + " (to search for a colon put the text in quotation marks)";
        return lexer.error(start, message, Reason.FIELD_UNKNOWN, name, near == null ? "" : near, all);
    }

    private static @Nullable String nearest(String name, Iterable<String> known) {
        String nearest = null;
        int best = Math.min(2, name.length() / 2) + 1;
        for (String candidate : known) {
            int distance = name.length() > 20 ? best : distance(name, candidate);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** How many characters must be changed, added or taken away to make one of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
