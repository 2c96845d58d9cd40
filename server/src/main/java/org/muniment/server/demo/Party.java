package org.muniment.server.demo;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who writes or gets a mail, inside or outside.
 *
 * @param company whom they write for
 */
record Party(String name, @Nullable String chineseName, String address, String company, ZoneId zone) {

    boolean writesChinese() {
        return chineseName != null;
    }

    /** As it stands before the address of a mail in that language. */
    String display(Language language) {
        return language == Language.CHINESE && chineseName != null ? chineseName : name;
    }

    /** As they are spoken to. */
    String spokenTo(Language language) {
        String display = display(language);
        int blank = display.indexOf(' ');
        return language == Language.CHINESE || blank < 0 || writesChinese() ? display : display.substring(0, blank);
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
