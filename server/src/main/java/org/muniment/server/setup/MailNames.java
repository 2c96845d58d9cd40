package org.muniment.server.setup;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Mail domains and addresses as a set-up takes them: what it takes is in lower case from then on. */
public final class MailNames {
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_ADDRESS = 254;

    private MailNames() {}

    /** The domain in lower case; empty if it is none. Letters of any script are allowed (RFC 5890). */
    public static Optional<String> domain(String text) {
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
    public static Optional<String> address(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL_PART
                || address.length() > LONGEST_ADDRESS
                || domain(address.substring(at + 1)).isEmpty()) {
            return Optional.empty();
        }
        return address.substring(0, at).codePoints().allMatch(MailNames::isPlain)
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Neither a sign with a meaning of its own in mail, nor one that cannot be seen or turns the text around. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> "\"(),:;<>@[\\]".indexOf(c) < 0;
        };
    }

    /**
     * All forms of a domain that is not ASCII, the given one first: mail may carry any of them. Of others the domain alone.
     *
     * @param domain as {@link #domain} gives it
     */
    public static List<String> forms(String domain) {
        String ascii = ascii(domain);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(domain);
        forms.add(ascii);
        domain(unicode(ascii)).filter(other -> ascii(other).equals(ascii)).ifPresent(forms::add);
        return List.copyOf(forms);
    }

    private static String unicode(String ascii) {
        return ascii.contains("xn--") ? IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED) : ascii;
    }

    /** The form that stands in mail whose writers cannot do otherwise; the text itself where there is none. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
