package org.muniment.server.api;

import java.io.IOException;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How everything is doing, in one look; shows no mail. */
@RestController
final class StatusController {
    private final OpenArchives archives;
    private final Overview overview;

    StatusController(OpenArchives archives, Overview overview) {
        this.archives = archives;
        this.overview = overview;
    }

    @GetMapping("/api/v1/status")
    StatusView status(@AuthenticationPrincipal Caller caller) throws IOException {
        return caller instanceof Caller.Person person ? overview.status(person.own(archives)) : overview.status();
    }
}
