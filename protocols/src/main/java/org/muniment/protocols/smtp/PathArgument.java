package org.muniment.protocols.smtp;

import java.util.Locale;

/**
 * The argument of MAIL and RCPT: {@code FROM:<address> NAME=value…} (RFC 5321, section 4.1.2).
 *
 * <p>Read tolerantly: an archive has no reason to refuse an address that a mail server has accepted. A blank after the
 * colon is passed over, a source route is left out as the RFC wants, an address may lack its domain and may hold UTF-8
 * also where SMTPUTF8 was not said (RFC 6531). What has no brackets, no local part or control characters is refused.
 *
 * @param address the address as given, with the quotes of a quoted local part; empty for {@code <>}
 * @param parameters what follows the address, as given
 */
record PathArgument(String address, String parameters) {

    /**
     * Reads the argument.
     *
     * @param keyword {@code FROM:} or {@code TO:}
     * @param subject the enhanced code for a bad address: {@code 5.1.7} for senders, {@code 5.1.3} for recipients
     */
    static PathArgument parse(String argument, String keyword, String subject) throws RefusedException {
        if (!argument.regionMatches(true, 0, keyword, 0, keyword.length())) {
            throw new RefusedException("501 5.5.4 expected " + keyword + "<address>");
        }
        int open = keyword.length();
        while (open < argument.length() && argument.charAt(open) == ' ') {
            open++;
        }
        if (open == argument.length() || argument.charAt(open) != '<') {
            throw new RefusedException("501 5.5.4 the address must stand in <brackets>");
        }
        int start = afterRoute(argument, open + 1);
        int close = close(argument, start);
        if (close < 0) {
            throw new RefusedException("501 5.5.4 the address has no closing bracket");
        }
        checkAddress(argument, start, close, subject);
        return new PathArgument(argument.substring(start, close), parameters(argument, close + 1));
    }

    private static String parameters(String argument, int from) throws RefusedException {
        if (from < argument.length() && argument.charAt(from) != ' ') {
            throw new RefusedException("501 5.5.4 expected a blank after the address");
        }
        return argument.substring(from).strip().toUpperCase(Locale.ROOT);
    }

    /** RFC 5321, appendix C: {@code @one,@two:} before the address is accepted and ignored. */
    private static int afterRoute(String argument, int from) throws RefusedException {
        if (from >= argument.length() || argument.charAt(from) != '@') {
            return from;
        }
        int colon = argument.indexOf(':', from);
        if (colon < 0) {
            throw new RefusedException("501 5.5.4 the source route has no end");
        }
        return colon + 1;
    }

    private static int close(String argument, int from) {
        boolean quoted = false;
        for (int i = from; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == '>' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static void checkAddress(String argument, int start, int close, String subject) throws RefusedException {
        boolean quoted = false;
        int at = -1;
        for (int i = start; i < close; i++) {
            char c = argument.charAt(i);
            if (c < ' ' || c == 0x7f || (!quoted && (c == ' ' || c == '<' || (c == '@' && at >= 0)))) {
                throw badAddress(subject);
            }
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == '@' && !quoted) {
                at = i;
            }
        }
        if (close > start && (at == start || at == close - 1)) {
            throw badAddress(subject);
        }
    }

    private static RefusedException badAddress(String subject) {
        return new RefusedException("553 " + subject + " this is not an address");
    }
}
