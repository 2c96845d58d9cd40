package org.muniment.server.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.database.SignInPolicy;
import org.muniment.server.language.Message;
import org.muniment.server.people.PolicyDesk;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the people of an organisation sign in. */
@RestController
@RequestMapping("/api/v1/policy")
final class SignInPolicyController {
    private static final int LONGEST_REASON = 1_000;

    private final PolicyDesk desk;
    private final Reauthentication reauthentication;

    SignInPolicyController(PolicyDesk desk, Reauthentication reauthentication) {
        this.desk = desk;
        this.reauthentication = reauthentication;
    }

    record View(String secondFactor, int idleMinutes, int sessionHours, boolean reasonRequired) {

        static View of(SignInPolicy policy) {
            return new View(
                    policy.secondFactor().key(), policy.idleMinutes(), policy.sessionHours(), policy.reasonRequired());
        }
    }

    record Change(
            @Nullable String secondFactor,
            @Nullable Integer idleMinutes,
            @Nullable Integer sessionHours,
            @Nullable Boolean reasonRequired,
            @Nullable String reason) {}

    @GetMapping
    View policy(@AuthenticationPrincipal Caller caller) {
        return View.of(desk.now(Persons.only(caller)));
    }

    @PatchMapping
    View change(@RequestBody Change given, @AuthenticationPrincipal Caller caller) throws IOException {
        reauthentication.require(caller);
        Caller.Person person = Persons.only(caller);
        String reason = Required.text("/reason", given.reason(), LONGEST_REASON);
        return View.of(desk.change(person, before -> changed(before, given), reason));
    }

    private static SignInPolicy changed(SignInPolicy before, Change given) {
        return new SignInPolicy(
                given.secondFactor() == null ? before.secondFactor() : factor(given.secondFactor()),
                Required.within("/idle_minutes", given.idleMinutes(), before.idleMinutes(), 5, 480),
                Required.within("/session_hours", given.sessionHours(), before.sessionHours(), 1, 72),
                given.reasonRequired() == null ? before.reasonRequired() : given.reasonRequired());
    }

    private static SecondFactor factor(String key) {
        for (SecondFactor value : SecondFactor.values()) {
            if (value.key().equals(key)) {
                return value;
            }
        }
        throw Problem.field(
                        "/second_factor",
                        "invalid",
                        Message.of("invalid.one-of", "/second_factor", "optional, required"))
                .exception();
    }
}
