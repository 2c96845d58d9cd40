package org.muniment.server.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** All sentences of one language, read once. Immutable. */
final class Sentences {
    private static final Map<Language, Sentences> ALL = Map.of(
            Language.ENGLISH, new Sentences(Language.ENGLISH, "messages.properties"),
            Language.CHINESE, new Sentences(Language.CHINESE, "messages_zh.properties"));

    private final Language language;
    private final Map<String, String> patterns;

    private Sentences(Language language, String file) {
        this.language = language;
        this.patterns = read(file);
    }

    private static Map<String, String> read(String file) {
        var read = new Properties();
        try (InputStream in = Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> patterns = new HashMap<>();
        read.forEach((key, pattern) -> patterns.put(key.toString(), pattern.toString()));
        return Map.copyOf(patterns);
    }

    static Sentences of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The keys of all sentences, sorted. */
    Set<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }

    /** A sentence with its places open. */
    String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("there is no sentence " + key + " in " + language.tag());
        }
        return pattern;
    }

    /** A sentence with its places filled; what is put in is never looked through for places again. */
    String fill(String key, List<Object> arguments) {
        String pattern = pattern(key);
        var said = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            if (isPlace(pattern, i)) {
                said.append(said(arguments.get(pattern.charAt(i + 1) - '0')));
                i += 2;
            } else {
                said.append(pattern.charAt(i));
            }
        }
        return said.toString();
    }

    private String said(Object argument) {
        return argument instanceof Message message ? message.in(language) : argument.toString();
    }

    private static boolean isPlace(String pattern, int at) {
        return pattern.charAt(at) == '{'
                && at + 2 < pattern.length()
                && pattern.charAt(at + 1) >= '0'
                && pattern.charAt(at + 1) <= '9'
                && pattern.charAt(at + 2) == '}';
    }
}
