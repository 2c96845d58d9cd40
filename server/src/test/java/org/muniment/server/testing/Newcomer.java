package org.muniment.server.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who is appointed, accepts the invitation and signs in, as people do. */
public final class Newcomer {
    public static final String PASSWORD = "a quite different phrase";

    private final String url;
    private final String address;
    private final JsonNode appointed;

    private Newcomer(String url, String address, JsonNode appointed) {
        this.url = url;
        this.address = address;
        this.appointed = appointed;
    }

    /** Appoints her. */
    public static Newcomer appointed(Api by, String address, String... roles) throws Exception {
        Api.Answer answer = by.post(
                "/admins",
                Map.of("address", address, "name", "New Comer", "roles", List.of(roles), "reason", "the tests"));
        if (answer.status() != 201) {
            throw new AssertionError("appointing was answered " + answer.status() + " " + answer.text());
        }
        return new Newcomer(by.url(), address, answer.json());
    }

    /** Her id. */
    public String id() {
        return appointed.get("admin").get("id").asString();
    }

    /** Her invitation. */
    public String code() {
        return appointed.get("invitation").get("code").asString();
    }

    /** Accepts the invitation. */
    public Newcomer accept() throws Exception {
        Api.Answer answer = nobody().post("/invitations/accept", Map.of("code", code(), "password", PASSWORD));
        if (answer.status() != 200) {
            throw new AssertionError("accepting was answered " + answer.status() + " " + answer.text());
        }
        return this;
    }

    private Api nobody() {
        return new Api(url, null);
    }

    /** What signing in is answered. */
    public Api.Answer attempt() throws Exception {
        return nobody().post("/sessions", Map.of("address", address, "password", PASSWORD));
    }

    /** Signs in, by the password alone. */
    public Api signIn() throws Exception {
        return signedIn(url, attempt());
    }

    /** Whoever was signed in by that answer. */
    public static Api signedIn(String url, Api.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("signing in was answered " + answer.status() + " " + answer.text());
        }
        return new Api(url, "Bearer " + answer.json().get("token").asString());
    }

    /** Enrols an authenticator app; the code of that moment is used up by it. */
    public static AuthenticatorApp enrol(Api person, Instant now) throws Exception {
        var app = new AuthenticatorApp(person.post("/me/second-factor/totp", "")
                .json()
                .get("secret")
                .asString());
        Api.Answer answer = person.post("/me/second-factor/totp:confirm", Map.of("code", app.code(now)));
        if (answer.status() != 200) {
            throw new AssertionError("enrolling was answered " + answer.status() + " " + answer.text());
        }
        return app;
    }
}
