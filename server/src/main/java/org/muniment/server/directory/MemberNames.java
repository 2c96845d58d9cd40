package org.muniment.server.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of departments and people as they are kept: visible signs only, normal blanks, composed letters. */
final class MemberNames {
    static final int LONGEST_DEPARTMENT = 100;
    static final int LONGEST_NAME = 200;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private MemberNames() {}

    /** The name of a department; empty if it is none. A slash separates departments, so it is in no name. */
    static Optional<String> department(String text) {
        return clean(text, LONGEST_DEPARTMENT).filter(name -> !name.isEmpty() && name.indexOf('/') < 0);
    }

    /** The name of an account, which may be empty; nothing if it is too long or holds what cannot be seen. */
    static Optional<String> person(String text) {
        return clean(text, LONGEST_NAME);
    }

    private static Optional<String> clean(String text, int longest) {
        if (text.length() > 4 * longest) {
            return Optional.empty();
        }
        String name = withSingleBlanks(Normalizer.normalize(text, Normalizer.Form.NFC));
        return name.length() <= longest && name.codePoints().allMatch(MemberNames::isVisible)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static String withSingleBlanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    /** By which two ways to write a name are known to be the same. */
    static String key(String name) {
        String key = withSingleBlanks(
                Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        return key.length() <= LONGEST_NAME ? key : key.substring(0, LONGEST_NAME);
    }
}
