package org.muniment.server.api;

import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How everything is doing, in one look; shows no mail. */
@RestController
final class StatusController {
    private final Overview overview;

    StatusController(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/api/v1/status")
    StatusView status() throws IOException {
        return overview.status();
    }
}
