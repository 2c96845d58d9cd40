package org.muniment.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the words that are indexed and searched, folded, as UTF-8.
 *
 * <p>A word is a run of letters and digits; everything else parts words. Scripts written without blanks give one word
 * per character: the character with its follower, or alone at the end of a run. So every stretch of such a text is a
 * phrase of pairs, and a single character is found as the beginning of a word. Words of more than {@value #LONGEST}
 * characters are cut. Mail and query are cut alike, so that text copied from a mail finds it.
 *
 * <p>Made for reuse, allocates nothing per word. Not thread-safe.
 */
public final class Words {
    /** The longest word, in characters. */
    public static final int LONGEST = 64;

    private static final int LONGEST_CHARACTER = 32;

    private final byte[] bytes = new byte[(LONGEST + 1) * LONGEST_CHARACTER];
    private String text = "";
    private int at;
    private int end;
    private int length;
    private int characters;
    private boolean ideograph;
    private int wordStart;
    private int wordEnd;
    private int firstEnd;
    private @Nullable Places places;

    /** Starts over with a text. */
    public Words over(String next) {
        places = null;
        return overComposed(Composer.compose(next));
    }

    /** As {@link #over}, and knows of each word where it stands in the text. */
    public Words tracing(String next) {
        Places found = new Places();
        places = found;
        return overComposed(Composer.compose(next, found));
    }

    private Words overComposed(String composed) {
        text = composed;
        at = 0;
        end = text.length();
        return this;
    }

    /** Goes on to the next word; false at the end. */
    public boolean next() {
        length = 0;
        characters = 0;
        ideograph = false;
        while (at < end) {
            switch (kindAt(at)) {
                case Folding.LETTER, Folding.EXPANDS -> {
                    wordStart = at;
                    boolean found = word();
                    wordEnd = at;
                    firstEnd = at;
                    return found;
                }
                case Folding.IDEOGRAPH -> {
                    wordStart = at;
                    return ideographs();
                }
                default -> at += width(at);
            }
        }
        return false;
    }

    /** The buffer that holds the word from its first byte on; its content changes with {@link #next}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Bytes of the word. */
    public int length() {
        return length;
    }

    /** Characters of the word, as they are read. */
    public int characters() {
        return characters;
    }

    /** Whether the word is of a script without blanks: a pair, or the single last character of a run. */
    public boolean isIdeograph() {
        return ideograph;
    }

    /** A copy of the word. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Where in the text the word begins; only after {@link #tracing}. */
    public int start() {
        return traced().start(wordStart);
    }

    /** Behind the last character of the word, accents and other marks on it included; only after {@link #tracing}. */
    public int end() {
        int next = wordEnd;
        while (next < end && kindAt(next) == Folding.SILENT) {
            next += width(next);
        }
        return traced().end(next);
    }

    /** Behind the first character of a pair; the same as {@link #end} for other words. */
    public int endOfFirst() {
        return firstEnd == wordEnd ? end() : traced().end(firstEnd);
    }

    private Places traced() {
        return Objects.requireNonNull(places, "places are known only after tracing");
    }

    /** Whether the text has anything that can be searched for. */
    public static boolean isIn(String text) {
        return new Words().over(text).next();
    }

    /** The text folded like words, with everything between them kept: for addresses and Message-IDs. */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        String composed = Composer.compose(text);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (Folding.kind(c)) {
                case Folding.SILENT -> {}
                case Folding.EXPANDS -> folded.append(new String(Folding.expansion(c), UTF_8));
                default -> folded.append(narrow(Folding.fold(c)));
            }
        }
        return folded.toString();
    }

    private static char narrow(char c) {
        return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    }

    private boolean word() {
        while (at < end && characters < LONGEST) {
            char c = text.charAt(at);
            switch (Folding.kind(c)) {
                case Folding.LETTER -> put(Folding.fold(c));
                case Folding.EXPANDS -> put(Folding.expansion(c));
                case Folding.SILENT -> {}
                case Folding.SURROGATE -> {
                    if (!putBeyond()) {
                        return true;
                    }
                }
                default -> {
                    return true;
                }
            }
            at += width(at);
        }
        return true;
    }

    /** Takes a letter beyond U+FFFF; false if what stands here ends the word. */
    private boolean putBeyond() {
        switch (kindAt(at)) {
            case Folding.LETTER -> put(Folding.foldOf(text.codePointAt(at)));
            case Folding.SILENT -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean ideographs() {
        ideograph = true;
        putIdeograph();
        int next = at + width(at);
        while (next < end && kindAt(next) == Folding.SILENT) {
            next += width(next);
        }
        at = next;
        firstEnd = next;
        wordEnd = next;
        if (next < end && kindAt(next) == Folding.IDEOGRAPH) {
            putIdeograph();
            wordEnd = next + width(next);
        }
        return true;
    }

    private void putIdeograph() {
        if (width(at) == 1) {
            put(Folding.fold(text.charAt(at)));
        } else {
            put(Character.toString(text.codePointAt(at)).getBytes(UTF_8));
        }
    }

    private byte kindAt(int index) {
        byte kind = Folding.kind(text.charAt(index));
        return kind == Folding.SURROGATE ? kindBeyond(index) : kind;
    }

    private byte kindBeyond(int index) {
        int codePoint = text.codePointAt(index);
        return Character.isSupplementaryCodePoint(codePoint) ? Folding.kindOf(codePoint) : Folding.BREAK;
    }

    private int width(int index) {
        return Character.isHighSurrogate(text.charAt(index))
                        && index + 1 < end
                        && Character.isLowSurrogate(text.charAt(index + 1))
                ? 2
                : 1;
    }

    private void put(char c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
        characters++;
    }

    private void put(byte[] utf8) {
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        characters++;
    }
}
