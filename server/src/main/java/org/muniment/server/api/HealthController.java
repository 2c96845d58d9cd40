package org.muniment.server.api;

import java.util.List;
import java.util.Map;
import org.muniment.server.Readiness;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever watches the process whether it lives and whether it can work. */
@RestController
final class HealthController {
    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/healthz")
    Map<String, Object> health() {
        return Map.of("alive", true);
    }

    @GetMapping("/readyz")
    ResponseEntity<Map<String, Object>> ready() {
        List<String> waiting = readiness.waitingFor();
        return waiting.isEmpty()
                ? ResponseEntity.ok(Map.of("ready", true))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(Map.of("ready", false, "waiting_for", waiting));
    }
}
