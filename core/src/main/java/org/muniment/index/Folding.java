package org.muniment.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/**
 * What each character is to search, and the character it is read as: case, width, Latin accents and traditional
 * Chinese forms folded away.
 *
 * <p>{@code docs/formats/query.md} defines it. One table for every engine and for both sides, mail and query; changing
 * it means building every index again. The tables cost 0.4 MB and some milliseconds, once. Thread-safe.
 */
final class Folding {
    /** Ends a word: blanks, punctuation, symbols. */
    static final byte BREAK = 0;
    /** Belongs to a word and is read as one character, {@link #fold}. */
    static final byte LETTER = 1;
    /** Is read over: accents that stand alone, invisible format characters. */
    static final byte SILENT = 2;
    /** Belongs to a word and is read as several characters, {@link #expansion}. */
    static final byte EXPANDS = 3;
    /** Of a script written without blanks: cut into overlapping pairs. */
    static final byte IDEOGRAPH = 4;
    /** Half of a character beyond U+FFFF: {@link #kindOf(int)} knows the whole one. */
    static final byte SURROGATE = 5;

    private static final int CHARS = 1 << 16;
    private static final byte[] KIND = new byte[CHARS];
    private static final char[] FOLD = new char[CHARS];
    private static final boolean[] COMPOSES = new boolean[CHARS];
    private static final byte[] @Nullable [] EXPANSION = new byte[CHARS][];

    static {
        for (int c = 0; c < CHARS; c++) {
            FOLD[c] = (char) c;
            COMPOSES[c] = composes((char) c);
            describe((char) c);
        }
        readTraditional();
    }

    private Folding() {}

    /** What the character is. */
    static byte kind(char c) {
        return KIND[c];
    }

    /** The character it is read as; itself if there is nothing to fold. */
    static char fold(char c) {
        return FOLD[c];
    }

    /** The UTF-8 of what a character of kind {@link #EXPANDS} is read as. */
    static byte[] expansion(char c) {
        return Objects.requireNonNull(EXPANSION[c]);
    }

    /** Whether the character may melt with the one before it, so that the text has to be composed first. */
    static boolean composesWithPrevious(char c) {
        return COMPOSES[c];
    }

    /** What a character beyond U+FFFF is. */
    static byte kindOf(int codePoint) {
        if (Character.isIdeographic(codePoint)
                || Character.isEmojiPresentation(codePoint)
                || isUnspaced(Character.UnicodeScript.of(codePoint))) {
            return IDEOGRAPH;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> SILENT;
            default -> Character.isLetterOrDigit(codePoint) ? LETTER : BREAK;
        };
    }

    /** What a letter beyond U+FFFF is read as: mathematical and other styled letters are plain ones. */
    static byte[] foldOf(int codePoint) {
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return lower(plain).getBytes(UTF_8);
    }

    private static void describe(char c) {
        if (isHanOrHangul(c)) {
            KIND[c] = IDEOGRAPH;
        } else if (Character.isSurrogate(c)) {
            KIND[c] = SURROGATE;
        } else if (c >= 0xE000 && c < 0xF900) {
            KIND[c] = BREAK; // private use
        } else if (isSilent(c)) {
            KIND[c] = SILENT;
        } else if (isUnspaced(c)) {
            KIND[c] = IDEOGRAPH;
            FOLD[c] = single(c);
        } else if (isWordCharacter(c)) {
            letter(c);
        }
    }

    private static void letter(char c) {
        String folded = c < 0x80 ? String.valueOf(Character.toLowerCase(c)) : ascii(lower(compatible(c)));
        if (folded.length() == 1) {
            KIND[c] = LETTER;
            FOLD[c] = folded.charAt(0);
        } else if (folded.codePoints().allMatch(Character::isLetterOrDigit)) {
            KIND[c] = EXPANDS;
            EXPANSION[c] = folded.getBytes(UTF_8);
        } else {
            KIND[c] = Character.isLetter(c) ? LETTER : BREAK;
        }
    }

    private static boolean isWordCharacter(char c) {
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    /** Accents, Hebrew points, Arabic vowel signs and stretching, variation selectors, format characters. */
    private static boolean isSilent(char c) {
        return (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x0591 && c <= 0x05C7)
                || (c >= 0x064B && c <= 0x065F)
                || c == 0x0640
                || c == 0x0670
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0x3099 && c <= 0x309A)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xFE20 && c <= 0xFE2F)
                // a zero-width blank parts words; every other format character is only invisible
                || (Character.getType(c) == Character.FORMAT && c != 0x200B);
    }

    private static boolean isUnspaced(char c) {
        // the long-vowel marks belong to kana but are of no script
        return c == 0x30FC
                || c == 0xFF70
                || (Character.isEmojiPresentation(c) && c > 0x2190)
                || (isUnspaced(Character.UnicodeScript.of(c)) && isWordCharacter(c) && !Character.isDigit(c));
    }

    private static boolean isUnspaced(Character.UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static boolean composes(char c) {
        return (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x1100 && c <= 0x11FF)
                || (c >= 0x3099 && c <= 0x309A)
                || (c >= 0xFF9E && c <= 0xFF9F);
    }

    private static String compatible(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }

    /** The big blocks, of which nothing has to be asked: that spares most of the time this table takes. */
    private static boolean isHanOrHangul(char c) {
        return (c >= 0x3400 && c < 0x4DC0) || (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c <= 0xD7A3);
    }

    private static char single(char c) {
        String plain = compatible(c);
        return plain.length() == 1 ? plain.charAt(0) : c;
    }

    /** Case folded character by character: to upper case first, so that both Greek sigmas become one. */
    private static String lower(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            int lower = Character.toLowerCase(Character.toUpperCase(c));
            folded.appendCodePoint(isGreek(lower) ? withoutAccent(lower) : lower);
        }
        return folded.toString();
    }

    private static boolean isGreek(int c) {
        return (c >= 0x370 && c < 0x400) || (c >= 0x1F00 && c < 0x2000);
    }

    private static int withoutAccent(int c) {
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
    }

    private static String ascii(String text) {
        char[] folded = new char[4 * text.length()];
        int length = ASCIIFoldingFilter.foldToASCII(text.toCharArray(), 0, folded, 0, text.length());
        return new String(folded, 0, length);
    }

    private static void readTraditional() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Folding.class.getResourceAsStream("hant-hans.txt")), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    readGroups(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readGroups(String line) {
        char simplified = ' ';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ' ' || simplified == ' ') {
                simplified = c;
            } else {
                FOLD[c] = simplified;
            }
        }
    }
}
