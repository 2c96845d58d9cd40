package org.muniment.server.security;

import java.util.Optional;

/**
 * A token for a program that was made a moment ago.
 *
 * @param token shown this once
 * @param hash by which the database knows it
 */
public record FreshToken(String token, String hash) {

    /** Makes one: 256 random bits. */
    public static FreshToken next() {
        String token = Tokens.next();
        return new FreshToken(token, Tokens.hash(token));
    }

    /** A network from which tokens are taken, as it is kept; empty if it is none. */
    public static Optional<String> network(String given) {
        return NetworkList.canonical(given);
    }

    /** Without the token, so that no log ever shows it. */
    @Override
    public String toString() {
        return "FreshToken";
    }
}
