package org.muniment.server.security;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.muniment.server.directory.ApiTokens;
import org.muniment.server.directory.People;
import org.muniment.server.directory.SecondFactor;

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
        Instant now = clock.instant();
        Optional<ApiTokens.Owned> found = tokens.find(tokenHash, now, people)
                .filter(owned -> NetworkList.admits(owned.token().networks(), client));
        found.ifPresent(owned -> tokens.used(owned.token(), client, now));
        return found.map(owned -> new Caller.Person(
                owned.token().person(),
                owned.organisation(),
                owned.address(),
                owned.roles(),
                tokenHash,
                client,
                Pass.token(owned.token().id(), allowed(owned), owned.token().secondFactor())));
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
