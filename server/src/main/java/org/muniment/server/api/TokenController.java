package org.muniment.server.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.ApiTokens.ApiToken;
import org.muniment.server.language.Message;
import org.muniment.server.people.RefusedException;
import org.muniment.server.people.TokenDesk;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Capability;
import org.muniment.server.security.Reauthentication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tokens for programs. */
@RestController
@RequestMapping("/api/v1/tokens")
final class TokenController {
    private static final int PRESET_DAYS = 90;
    private static final int MOST_DAYS = 366;
    private static final int MOST_SCOPES = 50;
    private static final int MOST_NETWORKS = 20;

    private final TokenDesk desk;
    private final Reauthentication reauthentication;

    TokenController(TokenDesk desk, Reauthentication reauthentication) {
        this.desk = desk;
        this.reauthentication = reauthentication;
    }

    record View(
            String id,
            String name,
            List<String> scopes,
            List<String> networks,
            Instant created,
            Instant expiresAt,
            @Nullable Instant lastUsed,
            @Nullable String lastClient) {

        static View of(ApiToken token) {
            return new View(
                    token.id(),
                    token.name(),
                    token.scopes(),
                    token.networks(),
                    token.created(),
                    token.expires(),
                    token.lastUsed(),
                    token.lastClient());
        }
    }

    record Views(List<View> data, List<String> scopes) {}

    record NewToken(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable Integer expiresInDays,
            @Nullable List<@Nullable String> networks) {}

    record Made(String token, View details) {

        /** Without the token, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Made[" + details + "]";
        }
    }

    @GetMapping
    Views all(@AuthenticationPrincipal Caller caller) {
        Caller.Person person = Persons.only(caller);
        return new Views(
                desk.of(person).stream().map(View::of).toList(),
                person.capabilities().stream().sorted().map(Capability::key).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@RequestBody NewToken given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        List<String> scopes = texts("/scopes", Required.value("/scopes", given.scopes()), MOST_SCOPES);
        if (scopes.isEmpty()) {
            throw Problem.field("/scopes", "required", Message.of("invalid.required", "/scopes"))
                    .exception();
        }
        var wanted = new TokenDesk.Wanted(
                Required.value("/name", given.name()),
                scopes,
                given.networks() == null ? List.of() : texts("/networks", given.networks(), MOST_NETWORKS),
                Required.within("/expires_in_days", given.expiresInDays(), PRESET_DAYS, 1, MOST_DAYS));
        TokenDesk.Made made = desk.make(Persons.only(caller), wanted);
        return new Made(made.token(), View.of(made.details()));
    }

    private static List<String> texts(String pointer, List<@Nullable String> given, int most) {
        if (given.size() > most) {
            throw Problem.field(pointer, "invalid", Message.of("invalid.entries", pointer, most))
                    .exception();
        }
        return given.stream().map(text -> Objects.requireNonNullElse(text, "")).toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, @AuthenticationPrincipal Caller caller) throws IOException, RefusedException {
        desk.revoke(Persons.only(caller), id);
    }
}
