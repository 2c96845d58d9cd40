package org.muniment.server.view;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * Where a link or an image of a mail leads, read as a browser would read it, so that nothing in the address hides the
 * host: user names before {@code @}, backslashes, tabs, other scripts.
 *
 * @param scheme in lower case; {@code http} for an address that takes the scheme of its page; empty for a relative one
 * @param host in lower case and ASCII; for {@code mailto} the domain of the address; empty if there is none
 * @param shown the address as text on one line, cut if it is very long; scripts and data are named, not shown
 */
record Target(String scheme, String host, String shown) {
    private static final Set<String> HIERARCHICAL = Set.of("http", "https", "ftp", "ftps", "ws", "wss", "file");
    private static final Set<String> SHOWN = Set.of(
            "", "http", "https", "ftp", "ftps", "ws", "wss", "file", "mailto", "tel", "sms", "cid", "xmpp", "callto",
            "sip", "sips", "news", "geo");
    private static final int LONGEST_SHOWN = 2_000;
    private static final int LONGEST_HOST = 253;

    /** Reads an address, however broken. */
    static Target of(String address) {
        String plain = plain(address);
        String scheme = scheme(plain);
        String rest = scheme.isEmpty() ? plain : plain.substring(scheme.length() + 1);
        boolean followsPage = scheme.isEmpty() && (rest.startsWith("//") || rest.startsWith("\\\\"));
        String host = followsPage || HIERARCHICAL.contains(scheme) ? ofAuthority(rest) : ofMail(scheme, rest);
        String shown = SHOWN.contains(scheme) ? plain : scheme + ":…";
        return new Target(followsPage ? "http" : scheme, host, shown.isEmpty() ? "…" : shown);
    }

    /** Without what browsers drop and eyes do not see: control characters, and those that turn the direction. */
    private static String plain(String address) {
        var plain = new StringBuilder();
        String cut = address.strip();
        for (int i = 0; i < cut.length() && plain.length() < LONGEST_SHOWN; i++) {
            char c = cut.charAt(i);
            int type = Character.getType(c);
            if (type != Character.CONTROL && type != Character.FORMAT) {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    private static String scheme(String plain) {
        int end = 0;
        while (end < plain.length() && isSchemePart(plain.charAt(end), end)) {
            end++;
        }
        boolean ends = end > 0 && end < plain.length() && plain.charAt(end) == ':';
        return ends ? plain.substring(0, end).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isSchemePart(char c, int place) {
        boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        boolean digit = c >= '0' && c <= '9';
        return letter || (place > 0 && (digit || c == '+' || c == '-' || c == '.'));
    }

    private static String ofAuthority(String rest) {
        int from = 0;
        while (from < rest.length() && isSlash(rest.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < rest.length() && !isSlash(rest.charAt(to)) && rest.charAt(to) != '?' && rest.charAt(to) != '#') {
            to++;
        }
        String authority = rest.substring(from, to);
        return ascii(withoutPort(authority.substring(authority.lastIndexOf('@') + 1)));
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static String withoutPort(String host) {
        int port = host.lastIndexOf(':');
        return port < 0 || host.endsWith("]") ? host : host.substring(0, port);
    }

    private static String ofMail(String scheme, String rest) {
        int end = rest.indexOf('?');
        String address = end < 0 ? rest : rest.substring(0, end);
        return scheme.equals("mailto") ? ascii(address.substring(address.lastIndexOf('@') + 1)) : "";
    }

    /** The name as the network knows it: letters that only look like others become visible. */
    static String ascii(String host) {
        String cut = host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host;
        String name = cut;
        try {
            name = IDN.toASCII(cut, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            // Not a name at all; it is shown as the mail has it.
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
