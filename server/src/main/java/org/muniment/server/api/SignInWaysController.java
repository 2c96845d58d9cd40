package org.muniment.server.api;

import java.util.List;
import org.muniment.server.security.SignInWay;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a sign-in page has to show besides address and password; the same to everybody. */
@RestController
final class SignInWaysController {
    private final List<SignInWay> ways;

    SignInWaysController(List<SignInWay> ways) {
        this.ways = ways;
    }

    record View(List<SignInWay.Button> singleSignOn) {}

    @GetMapping("/api/v1/sessions/ways")
    View ways() {
        return new View(ways.stream().flatMap(way -> way.button().stream()).toList());
    }
}
