package org.muniment.server.security;

/**
 * The secret of this run of the server. It stands in a file that only the owner of the home can read, so whoever knows
 * it could read the home as well.
 */
public final class LocalToken {
    private final String hex = Tokens.nextLocal();

    /** The 64 hexadecimal digits, for the one place that writes the file. */
    public String hex() {
        return hex;
    }

    boolean is(String given) {
        return Tokens.same(hex, given);
    }

    @Override
    public String toString() {
        return "LocalToken";
    }
}
