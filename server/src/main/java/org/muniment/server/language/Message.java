package org.muniment.server.language;

import java.util.List;

/**
 * A sentence that is not said yet: which one, and what is put into it. The sentences themselves stand in {@code
 * messages.properties}, one file per language.
 *
 * @param key of the sentence
 * @param arguments for its places {@code {0}}, {@code {1}}…; one that is a message is said in the same language
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        Sentences.of(Language.ENGLISH)
                .pattern(key); // a sentence that is missing is found when it is thought of, not when it is said
        arguments = List.copyOf(arguments);
    }

    /**
     * A sentence with what belongs into it.
     *
     * @throws IllegalArgumentException if there is no such sentence
     */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The sentence in a language. */
    public String in(Language language) {
        return Sentences.of(language).fill(key, arguments);
    }

    /** The sentence in English, for logs and for the command line. */
    public String english() {
        return in(Language.ENGLISH);
    }
}
