package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;
import org.muniment.server.people.Welcome;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For who was invited. The code comes in the body, so that no log of addresses ever holds it. */
@RestController
@RequestMapping("/api/v1/invitations")
final class InvitationController {
    private final Welcome welcome;

    InvitationController(Welcome welcome) {
        this.welcome = welcome;
    }

    record Code(@Nullable String code) {

        /** Without the code, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Code";
        }
    }

    record Accepted(@Nullable String code, @Nullable String password) {

        /** Without either, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Accepted";
        }
    }

    record View(
            String address,
            String name,
            String organisation,
            @Nullable Instant expiresAt) {}

    @PostMapping("/check")
    View check(@RequestBody Code given, HttpServletRequest request) {
        String code = Required.value("/code", given.code());
        Welcome.Outcome.Known known = known(welcome.check(code, request.getRemoteAddr()));
        return new View(known.address(), known.name(), known.organisation(), known.expires());
    }

    @PostMapping("/accept")
    View accept(@RequestBody Accepted given, HttpServletRequest request) throws IOException {
        String code = Required.value("/code", given.code());
        String password = Required.value("/password", given.password());
        Welcome.Outcome.Known known = known(welcome.accept(code, password, request.getRemoteAddr()));
        return new View(known.address(), known.name(), known.organisation(), null);
    }

    private static Welcome.Outcome.Known known(Welcome.Outcome outcome) {
        return switch (outcome) {
            case Welcome.Outcome.Known known -> known;
            case Welcome.Outcome.Unknown _ ->
                throw Problem.of(ProblemCode.NOT_AUTHENTICATED, Message.of("invitation.unknown"))
                        .exception();
            case Welcome.Outcome.Refused refused ->
                throw Problem.field("/password", "invalid", refused.why()).exception();
            case Welcome.Outcome.Wait wait -> throw Refusals.wait(wait.left());
        };
    }
}
