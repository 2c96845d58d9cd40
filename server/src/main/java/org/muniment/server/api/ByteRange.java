package org.muniment.server.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a representation, as asked for by a Range header (RFC 9110, section 14.1.2).
 *
 * @param first offset of its first byte
 * @param length at least 1
 */
record ByteRange(long first, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** The range lies behind the end, or nothing lies in it. */
    static final class NotSatisfiableException extends Exception {
        NotSatisfiableException() {
            super("There is no such range.", null, false, false);
        }
    }

    /**
     * The range that is meant; empty for what is no single range of bytes, which a server may ignore.
     *
     * @param size of the whole
     */
    static Optional<ByteRange> of(@Nullable String header, long size) throws NotSatisfiableException {
        Matcher one = ONE.matcher(header == null ? "" : header);
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        boolean suffix = one.group(1).isEmpty();
        long named = Long.parseLong(suffix ? one.group(2) : one.group(1));
        long first = suffix ? Math.max(0, size - named) : named;
        long last = suffix || one.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(one.group(2)), size - 1);
        if (!suffix && !one.group(2).isEmpty() && Long.parseLong(one.group(2)) < first) {
            return Optional.empty(); // no range at all, so there is nothing that cannot be satisfied
        }
        if (first > last || (suffix && named == 0)) {
            throw new NotSatisfiableException();
        }
        return Optional.of(new ByteRange(first, last - first + 1));
    }

    /** The value of Content-Range. */
    String of(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
