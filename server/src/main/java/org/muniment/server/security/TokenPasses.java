package org.muniment.server.security;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.muniment.server.database.ApiTokens;
import org.muniment.server.database.People;
import org.muniment.server.database.SecondFactor;

/**
 * What the token of a program is good for at this moment: its scopes, as far as its owner's roles still bring them, and
 * nothing from elsewhere than the networks it was made for. Thread-safe.
 */
final class TokenPasses {
    private final ApiTokens tokens;
    private final People people;
    private final InstantSource clock;

    TokenPasses(ApiTokens tokens, People people, InstantSource clock) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
    }

    /** The owner as the token makes her known; counts as use. */
    Optional<Caller.Person> find(String tokenHash, String client) {
        Optional<ApiTokens.Owned> found = owned(tokenHash, client);
        found.ifPresent(owned -> tokens.used(owned.token(), client, clock.instant()));
        return found.map(owned -> person(owned, tokenHash, client));
    }

    /** The same without counting as use. */
    Optional<Caller.Person> peek(String tokenHash, String client) {
        return owned(tokenHash, client).map(owned -> person(owned, tokenHash, client));
    }

    private Optional<ApiTokens.Owned> owned(String tokenHash, String client) {
        return tokens.find(tokenHash, clock.instant(), people)
                .filter(owned -> NetworkList.admits(owned.token().networks(), client));
    }

    private static Caller.Person person(ApiTokens.Owned owned, String tokenHash, String client) {
        return new Caller.Person(
                owned.token().person(),
                owned.organisation(),
                owned.address(),
                owned.roles(),
                tokenHash,
                client,
                Pass.token(owned.token().id(), allowed(owned), owned.token().secondFactor()));
    }

    private static Set<Capability> allowed(ApiTokens.Owned owned) {
        Set<Capability> allowed = EnumSet.noneOf(Capability.class);
        Set<Capability> brought = Capability.of(owned.roles());
        owned.token()
                .scopes()
                .forEach(scope ->
                        Capability.named(scope).filter(brought::contains).ifPresent(allowed::add));
        if (owned.policy() == SecondFactor.REQUIRED && !owned.token().secondFactor()) {
            allowed.removeIf(Capability::showsMail);
        }
        return allowed;
    }
}
