package org.muniment.server.security;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code by which whoever sees the server's own output proves it, until the organisation is set up: about 59 random
 * bits, made anew at every start and never written to disk.
 */
public final class SetUpCode {
    /** No sign that looks like another one. */
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int LONGEST_GIVEN = 64;

    private final String signs;

    /** Makes a new code. */
    public SetUpCode() {
        var random = new SecureRandom();
        var made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            made.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        signs = made.toString();
    }

    /** As it is shown: {@code ABCD-EFGH-JKMN}. */
    public String readable() {
        return signs.substring(0, GROUP) + "-" + signs.substring(GROUP, 2 * GROUP) + "-" + signs.substring(2 * GROUP);
    }

    /** Whether that is the code, however it is grouped and in whatever case; the time does not tell how much of it. */
    boolean is(String given) {
        if (given.length() > LONGEST_GIVEN) {
            return false;
        }
        var plain = new StringBuilder();
        given.toUpperCase(Locale.ROOT).chars().filter(c -> c != '-' && c != ' ').forEach(c -> plain.append((char) c));
        return Tokens.same(signs, plain.toString());
    }

    /** Without the code, so that no log ever shows it. */
    @Override
    public String toString() {
        return "SetUpCode";
    }
}
