package org.muniment.server.api;

import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;

/** Fields of requests that must be there and within bounds. */
final class Required {
    private Required() {}

    /** The value, or the problem that it is missing. */
    static <T> T value(String pointer, @Nullable T value) {
        if (value == null) {
            throw Problem.field(pointer, "required", Message.of("invalid.required", pointer))
                    .exception();
        }
        return value;
    }

    /** A text that says something, without white space around it. */
    static String text(String pointer, @Nullable String value, int longest) {
        String text = value(pointer, value).strip();
        if (text.isEmpty() || text.length() > longest) {
            throw Problem.field(pointer, "invalid", Message.of("invalid.length", pointer, 1, longest))
                    .exception();
        }
        return text;
    }

    /** A number within bounds, or the preset if there is none. */
    static int within(String pointer, @Nullable Integer value, int preset, int least, int most) {
        int number = value == null ? preset : value;
        if (number < least || number > most) {
            throw Problem.field(pointer, "invalid", Message.of("invalid.within", pointer, least, most, number))
                    .exception();
        }
        return number;
    }
}
