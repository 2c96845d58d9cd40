package org.muniment.index.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that cannot be understood. The message is a whole sentence for the person who typed it; reason and arguments
 * say the same to programs that speak another language.
 */
public final class QuerySyntaxException extends Exception {
    private final int position;
    private final Reason reason;
    private final List<String> arguments;
    private final @Nullable String condition;

    /** What is wrong. The names are stable; each says which arguments it has. */
    public enum Reason {
        /** More characters than allowed; how many are. */
        TOO_LONG,
        /** Nested deeper than allowed; how deep it may be. */
        TOO_DEEP,
        /** More terms than allowed; how many may be. */
        TOO_MANY_TERMS,
        /** A closing bracket that nothing opens. */
        BRACKET_NOT_OPENED,
        /** A bracket that is not closed; with the field before it. */
        BRACKET_NOT_CLOSED,
        /** Brackets around nothing; with the field before them. */
        BRACKETS_EMPTY,
        /** A quotation mark that is not closed. */
        QUOTE_NOT_CLOSED,
        /** A minus with a blank behind it. */
        MINUS_ALONE,
        /** A negation of nothing; the operator. */
        NOTHING_TO_LEAVE_OUT,
        /** A negation between a field and its value; the operator, the field with its colon. */
        NEGATION_BEHIND_FIELD,
        /** The end where a word is due. */
        WORD_EXPECTED,
        /** An operator with nothing before it; the operator. */
        NOTHING_BEFORE,
        /** NEAR, which there is not yet. */
        NEAR_NOT_SUPPORTED,
        /** A star in the middle of a word. */
        STAR_INSIDE_WORD,
        /** A star at the beginning of a word. */
        STAR_BEFORE_WORD,
        /** A star behind too short a beginning; the beginning, how many letters or digits are due. */
        PREFIX_TOO_SHORT,
        /** A star alone where a field looks for a word; how many characters are due. */
        STAR_ALONE,
        /** A star behind a value that is no text; the field. */
        STAR_NOT_ALLOWED,
        /** A field inside the brackets of another; the field with its colon. */
        FIELD_INSIDE_FIELD,
        /** A field directly behind another; the first with its colon. */
        FIELD_AFTER_FIELD,
        /** A field without a value; the field with its colon. */
        FIELD_WITHOUT_VALUE,
        /** A field that there is not; the field, the nearest that there is or nothing, all that there are. */
        FIELD_UNKNOWN,
        /** A field that cannot stand in a list of fields; the field. */
        FIELD_NOT_COMBINABLE,
        /** A value without any letter or digit; the value. */
        NOTHING_TO_SEARCH,
        /** A property that there is not; the property, all that there are. */
        PROPERTY_UNKNOWN,
        /** A size that is none; the condition. */
        SIZE_UNREADABLE,
        /** An account that is no whole address; the value. */
        ACCOUNT_UNREADABLE,
        /** A department that is neither an id nor a path; the field with its colon. */
        DEPARTMENT_UNREADABLE,
        /** A department that there is not; the id or path. */
        DEPARTMENT_UNKNOWN
    }

    /**
     * Creates the error.
     *
     * @param position the character where it is wrong, the first being 1
     * @param arguments what the reason says about it, in its order
     */
    public QuerySyntaxException(String message, int position, Reason reason, List<String> arguments) {
        this(message, position, reason, arguments, null);
    }

    private QuerySyntaxException(
            @Nullable String message, int position, Reason reason, List<String> arguments, @Nullable String condition) {
        super(message);
        this.position = position;
        this.reason = reason;
        this.arguments = List.copyOf(arguments);
        this.condition = condition;
    }

    /** The same error in one of the {@link Conditions}: {@code keywords}, {@code senders/0}, … */
    QuerySyntaxException in(String part) {
        QuerySyntaxException same = new QuerySyntaxException(getMessage(), position, reason, arguments, part);
        same.setStackTrace(getStackTrace());
        return same;
    }

    /** The character where it is wrong, the first being 1. */
    public int position() {
        return position;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** What belongs to the reason, in its order. */
    public List<String> arguments() {
        return arguments;
    }

    /**
     * Which of the {@link Conditions} the position counts in: {@code accounts/<n>}, {@code senders/<n>},
     * {@code recipients/<n>}, {@code departments/ids/<n>}, {@code keywords}, {@code rest}; {@code null} if it counts in the query text.
     */
    public @Nullable String condition() {
        return condition;
    }
}
