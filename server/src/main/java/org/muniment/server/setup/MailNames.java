package org.muniment.server.setup;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Mail domains and addresses as a set-up takes them: what it takes is in lower case from then on. */
final class MailNames {
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_LOCAL_PART = 64;

    private MailNames() {}

    /** The domain in lower case; empty if it is none. Letters of any script are allowed (RFC 5890). */
    static Optional<String> domain(String text) {
        String domain = text.strip().toLowerCase(Locale.ROOT);
        if (domain.isEmpty() || ascii(domain).length() > LONGEST_DOMAIN) {
            return Optional.empty();
        }
        for (String label : domain.split("\\.", -1)) {
            if (!isLabel(label)) {
                return Optional.empty();
            }
        }
        return Optional.of(domain);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && ascii(label).length() <= LONGEST_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c));
    }

    /** The address in lower case; empty if it is none. */
    static Optional<String> address(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL_PART
                || domain(address.substring(at + 1)).isEmpty()) {
            return Optional.empty();
        }
        boolean plain =
                address.substring(0, at).chars().allMatch(c -> c > ' ' && c != 0x7f && "\"(),:;<>@[\\]".indexOf(c) < 0);
        return plain ? Optional.of(address) : Optional.empty();
    }

    /** The form that stands in mail whose writers cannot do otherwise; the text itself where there is none. */
    static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
