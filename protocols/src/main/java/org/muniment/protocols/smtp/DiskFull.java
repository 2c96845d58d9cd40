package org.muniment.protocols.smtp;

import java.io.IOException;
import java.util.Locale;

/** Tells a full disk from other troubles with files. Java has no exception of its own for it, only the system's words. */
final class DiskFull {
    private DiskFull() {}

    /** Whether the exception or what caused it says that there is no room. */
    static boolean caused(Throwable trouble) {
        int depth = 0;
        for (Throwable each = trouble; each != null && depth < 8; each = each.getCause()) {
            if (each instanceof IOException && saysSo(String.valueOf(each.getMessage()))) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static boolean saysSo(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("quota exceeded")
                || words.contains("not enough space");
    }
}
