package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an mbox into its mails: at separators that stand at the beginning or after an empty line, or, if lengths are
 * believed, where the Content-Length of a mail leads exactly to a separator or to the end.
 */
final class Stretches {
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(US_ASCII);

    private final Bytes bytes;
    private final Lines lines;
    private final boolean lengths;
    private boolean ofGit;
    /** The separator that comes next and where its mail begins; -1 when there is none. */
    private long separator = -1;

    private long start;
    private long measuredEnd;

    private long bare;
    private long single;
    private long deep;

    Stretches(Bytes bytes, boolean lengths) throws IOException {
        this.bytes = bytes;
        this.lines = new Lines(bytes);
        this.lengths = lengths;
        toFirst();
    }

    /** The next mail, or {@code null} at the end. */
    @Nullable
    Stretch next() throws IOException {
        if (separator < 0) {
            return null;
        }
        bare = 0;
        single = 0;
        deep = 0;
        long bodyStart = lengths ? bodyOfMeasured() : -1;
        return bodyStart < 0 ? toSeparator() : toLength(bodyStart, measuredEnd);
    }

    /** Empty lines may stand before the first mail; its separator may lack its date, or be missing altogether. */
    private void toFirst() throws IOException {
        while (lines.next()) {
            if (!lines.blank()) {
                separator = lines.start();
                ofGit = Separator.ofGit(lines.window(), lines.from(), lines.to());
                boolean begins = Separator.begins(lines.window(), lines.from(), lines.to());
                start = begins ? lines.end() : separator;
                return;
            }
        }
    }

    private Stretch toSeparator() throws IOException {
        long at = separator;
        long from = start;
        long blank = -1;
        lines.seek(from);
        while (lines.next()) {
            if (lines.blank()) {
                blank = lines.start();
            } else if (blank >= 0 && separates()) {
                separator = lines.start();
                start = lines.end();
                return new Stretch(at, from, blank, false, bare, single, deep);
            } else {
                blank = -1;
                count();
            }
        }
        separator = -1;
        return new Stretch(at, from, blank >= 0 ? blank : bytes.size(), false, bare, single, deep);
    }

    private boolean separates() {
        return Separator.is(lines.window(), lines.from(), lines.to())
                && (ofGit || !Separator.ofGit(lines.window(), lines.from(), lines.to()));
    }

    private void count() {
        int first = lines.window()[lines.from()];
        if (first == 'F' && Separator.begins(lines.window(), lines.from(), lines.to())) {
            bare++;
        } else if (first == '>') {
            int depth = Escapes.depth(lines.window(), lines.from(), lines.to());
            single += depth == 1 ? 1 : 0;
            deep += depth > 1 ? 1 : 0;
        }
    }

    /** Where the body begins, if the mail's length leads to its end; else -1. */
    private long bodyOfMeasured() throws IOException {
        long length = -1;
        lines.seek(start);
        while (lines.next() && !lines.blank()) {
            length = length < 0 ? contentLength() : length;
        }
        measuredEnd = lines.end() + length;
        return length >= 0 && behind(measuredEnd) >= 0 ? lines.end() : -1;
    }

    private Stretch toLength(long bodyStart, long end) throws IOException {
        long at = separator;
        long from = start;
        lines.seek(bodyStart);
        while (lines.end() < end && lines.next()) {
            if (!lines.blank()) {
                count();
            }
        }
        separator = behind(end);
        if (separator < bytes.size()) {
            lines.seek(separator);
            lines.next();
            start = lines.end();
        } else {
            separator = -1;
        }
        return new Stretch(at, from, end, true, bare, single, deep);
    }

    /** The value of the line if it is a Content-Length field, else -1. */
    private long contentLength() {
        byte[] line = lines.window();
        int at = lines.from();
        if (lines.to() - at < CONTENT_LENGTH.length) {
            return -1;
        }
        for (int i = 0; i < CONTENT_LENGTH.length; i++) {
            int c = line[at + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != CONTENT_LENGTH[i]) {
                return -1;
            }
        }
        int valueAt = at + CONTENT_LENGTH.length;
        return number(new String(line, valueAt, Math.min(lines.to() - valueAt, 32), US_ASCII).strip());
    }

    private static long number(String digits) {
        if (digits.isEmpty() || digits.length() > 15) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(digits);
    }

    /**
     * The offset of what follows a mail that ends here, if that is a separator or the end of the file, at most two line
     * ends away; else -1.
     */
    private long behind(long end) throws IOException {
        if (end > bytes.size()) {
            return -1;
        }
        byte[] seen = new byte[Separator.LONGEST + 5];
        int filled = bytes.read(end - 1, seen, 0, seen.length);
        int at = 1;
        for (int skipped = 0; skipped < 2; skipped++) {
            at += lineEnd(seen, at, filled);
        }
        if (at >= filled) {
            return bytes.size();
        }
        int to = at;
        while (to < filled && seen[to] != '\n') {
            to++;
        }
        boolean fresh = seen[at - 1] == '\n';
        return fresh && Separator.is(seen, at, to) ? end - 1 + at : -1;
    }

    private static int lineEnd(byte[] seen, int at, int filled) {
        if (at < filled && seen[at] == '\n') {
            return 1;
        }
        return at + 1 < filled && seen[at] == '\r' && seen[at + 1] == '\n' ? 2 : 0;
    }
}
