package org.muniment.server.people;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ApiTokens;
import org.muniment.server.database.ApiTokens.ApiToken;
import org.muniment.server.database.Database;
import org.muniment.server.database.Ulid;
import org.muniment.server.language.Message;
import org.muniment.server.people.RefusedException.Kind;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Capability;
import org.muniment.server.security.FreshToken;

/** The tokens that people make for their programs. Thread-safe. */
public final class TokenDesk {
    private static final int MOST_TOKENS = 100;
    private static final int LONGEST_NAME = 100;

    private final OpenArchives archives;
    private final Database database;
    private final ApiTokens tokens;
    private final InstantSource clock;

    TokenDesk(OpenArchives archives, Database database, ApiTokens tokens, InstantSource clock) {
        this.archives = archives;
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What a person asks for. */
    public record Wanted(String name, List<String> scopes, List<String> networks, int days) {

        public Wanted {
            scopes = List.copyOf(scopes);
            networks = List.copyOf(networks);
        }
    }

    /** A token, shown this once. */
    public record Made(String token, ApiToken details) {

        /** Without the token, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Made[" + details + "]";
        }
    }

    /** Those of the caller. */
    public List<ApiToken> of(Caller.Person caller) {
        return tokens.of(caller.id(), clock.instant());
    }

    /** Makes one. It can never do more than the caller may now. */
    public synchronized Made make(Caller.Person caller, Wanted wanted) throws IOException, RefusedException {
        String name = Names.checked("/name", wanted.name(), LONGEST_NAME);
        checkScopes(caller, wanted.scopes());
        List<String> networks = networks(wanted.networks());
        if (of(caller).size() >= MOST_TOKENS) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("token.too-many", MOST_TOKENS));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FreshToken fresh = FreshToken.next();
        var token = new ApiToken(
                Ulid.next("tok", now),
                caller.id(),
                name,
                wanted.scopes(),
                networks,
                caller.pass().twoFactors(),
                now,
                now.plus(Duration.ofDays(wanted.days())),
                null,
                null);
        log(caller, "admin.token", detail(token));
        tokens.add(token, fresh.hash());
        database.sync();
        return new Made(fresh.token(), token);
    }

    private static void checkScopes(Caller.Person caller, List<String> scopes) throws RefusedException {
        for (int place = 0; place < scopes.size(); place++) {
            String scope = scopes.get(place);
            boolean has = Capability.named(scope).filter(caller::may).isPresent();
            if (!has || scopes.indexOf(scope) != place) {
                throw RefusedException.field("/scopes/" + place, Message.of("token.scope", "/scopes/" + place));
            }
        }
    }

    private static List<String> networks(List<String> given) throws RefusedException {
        List<String> networks = new ArrayList<>();
        for (int place = 0; place < given.size(); place++) {
            String pointer = "/networks/" + place;
            networks.add(FreshToken.network(given.get(place))
                    .orElseThrow(() -> RefusedException.field(pointer, Message.of("token.network", pointer))));
        }
        return networks;
    }

    /** Revokes one of the caller's. */
    public synchronized void revoke(Caller.Person caller, String id) throws IOException, RefusedException {
        ApiToken token = of(caller).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.of(Kind.NOT_FOUND, Message.of("not-found.token")));
        log(caller, "admin.token_revoke", Map.of("object", token.id(), "name", token.name()));
        tokens.remove(caller.id(), id);
        database.sync();
    }

    private static Map<String, String> detail(ApiToken token) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("object", token.id());
        detail.put("name", token.name());
        detail.put("scopes", String.join(" ", token.scopes()));
        detail.put("networks", String.join(" ", token.networks()));
        detail.put("expires", token.expires().toString());
        return detail;
    }

    private void log(Caller.Person caller, String type, Map<String, String> detail) throws IOException {
        caller.own(archives).archive().log(caller.actor(), type, detail);
    }
}
