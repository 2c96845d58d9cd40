package org.muniment.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes what people call things into header fields: encoded words (RFC 2047), folded lines, phrases. */
final class HeaderWords {
    /** Bytes of one encoded word: with its frame it stays below 75 characters. */
    private static final int WORD_BYTES = 39;

    private static final int LINE = 76;

    private HeaderWords() {}

    /** Text of a field; encoded if it is not plain ASCII. */
    static String text(String text, Charset charset) {
        return isAscii(text) ? text : encoded(text, charset);
    }

    /** A display name before an address. */
    static String phrase(String name, Charset charset) {
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-');
        if (isAscii(name)) {
            return plain ? name : "\"" + name + "\"";
        }
        return encoded(name, charset);
    }

    /** A field with its lines folded at blanks (RFC 5322, section 2.2.3). */
    static String field(String name, String value) {
        var field = new StringBuilder(name).append(": ");
        int line = field.length();
        for (String word : value.split("(?<= )", -1)) {
            if (line + word.length() > LINE && line > name.length() + 2) {
                field.setLength(field.length() - 1);
                field.append("\r\n ");
                line = 1;
            }
            field.append(word);
            line += word.length();
        }
        return field.append("\r\n").toString();
    }

    private static String encoded(String text, Charset charset) {
        var words = new StringBuilder();
        var part = new StringBuilder();
        text.codePoints().forEach(c -> {
            String next = Character.toString(c);
            if ((part + next).getBytes(charset).length > WORD_BYTES) {
                words.append(word(part.toString(), charset)).append(' ');
                part.setLength(0);
            }
            part.append(next);
        });
        return words.append(word(part.toString(), charset)).toString();
    }

    private static String word(String text, Charset charset) {
        return "=?" + charset.name() + "?B?" + Base64.getEncoder().encodeToString(text.getBytes(charset)) + "?=";
    }

    static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
