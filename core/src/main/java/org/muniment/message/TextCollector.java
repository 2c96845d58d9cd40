package org.muniment.message;

/**
 * Gathers the text of a mail in order, parts apart by a blank line, line ends as LF, up to a limit. Not thread-safe.
 */
final class TextCollector {
    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private final Defects defects;

    TextCollector(int limit, Defects defects) {
        this.limit = limit;
        this.defects = defects;
    }

    /** How many characters still fit. */
    int room() {
        return limit - text.length();
    }

    /** Where the next part will stand. */
    int position() {
        return text.length();
    }

    /** Adds the text of one part. */
    void add(String part) {
        int to = end(part);
        if (to > 0) {
            separate("\n\n");
            lines(part, 0, to);
        }
    }

    /**
     * Adds those lines of a part that say something which does not stand behind a position yet: a word that is not
     * there, or two neighbouring words that do not follow each other there.
     */
    void addNews(String part, int since) {
        if (since >= text.length()) {
            add(part);
            return;
        }
        var known = new WordPairs(text, since, text.length());
        String gap = "\n\n";
        int from = 0;
        while (from < part.length()) {
            int lineEnd = part.indexOf('\n', from);
            int to = lineEnd < 0 ? part.length() : lineEnd;
            if (!known.containAll(part, from, to)) {
                separate(gap);
                append(part, from, to);
                gap = "\n";
            }
            from = to + 1;
        }
    }

    private void separate(String gap) {
        if (!text.isEmpty()) {
            append(gap, 0, gap.length());
        }
    }

    /** Trailing white space separates nothing. */
    private static int end(String part) {
        int to = part.length();
        while (to > 0 && part.charAt(to - 1) <= ' ') {
            to--;
        }
        return to;
    }

    private void lines(String part, int start, int end) {
        int from = start;
        for (int cr = part.indexOf('\r'); cr >= 0 && cr < end; cr = part.indexOf('\r', from)) {
            append(part, from, cr);
            append("\n", 0, 1);
            from = cr + 1 < end && part.charAt(cr + 1) == '\n' ? cr + 2 : cr + 1;
        }
        append(part, from, end);
    }

    private void append(String part, int from, int to) {
        int fits = Math.min(to - from, room());
        if (fits < to - from) {
            full();
            fits = fits > 0 && Character.isHighSurrogate(part.charAt(from + fits - 1)) ? fits - 1 : fits;
        }
        text.append(part, from, from + Math.max(0, fits));
    }

    /** Says that some text was left out. */
    void full() {
        defects.add(Defect.Kind.LIMIT_REACHED, "more text than is read for search");
    }

    /** The text so far. */
    String text() {
        return text.toString();
    }
}
