package org.muniment.server.demo;

import java.util.Locale;

/** The two languages in which the example writes. */
enum Language {
    ENGLISH(Locale.ENGLISH, "en"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh");

    private final Locale locale;
    private final String code;

    Language(Locale locale, String code) {
        this.locale = locale;
        this.code = code;
    }

    Locale locale() {
        return locale;
    }

    /** As in the names of the text files. */
    String code() {
        return code;
    }
}
