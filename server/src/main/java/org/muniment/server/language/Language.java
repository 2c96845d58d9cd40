package org.muniment.server.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the server speaks. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private static final int LONGEST_HEADER = 1_000;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * The language a reader likes best of those there are; English if none.
     *
     * @param acceptLanguage the header of that name (RFC 9110, 12.5.4)
     */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getWeight() > 0 && isOf(range, "zh")) {
                    return CHINESE;
                }
                if (range.getWeight() > 0 && isOf(range, "en")) {
                    return ENGLISH;
                }
            }
            return ENGLISH;
        } catch (IllegalArgumentException e) {
            return ENGLISH; // a header that is none says nothing
        }
    }

    private static boolean isOf(Locale.LanguageRange range, String language) {
        return range.getRange().equals(language) || range.getRange().startsWith(language + "-");
    }

    /** As HTTP and HTML name it: {@code zh-CN}. */
    public String tag() {
        return tag;
    }
}
