package org.muniment.server.api;

import java.io.IOException;
import java.util.Map;
import org.muniment.archive.Archive;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has the index built again from the store. */
@RestController
final class IndexController {
    private final OpenArchives archives;

    IndexController(OpenArchives archives) {
        this.archives = archives;
    }

    @PostMapping("/api/v1/index:rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> rebuild(@AuthenticationPrincipal Caller caller) throws IOException {
        Archive archive = caller.own(archives).archive();
        archive.log(caller.actor(), "index.rebuild", Map.of());
        archive.rebuildIndex();
        return Map.of("started", true);
    }
}
