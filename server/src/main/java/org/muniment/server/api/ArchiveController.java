package org.muniment.server.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.ArchiveSwitch;
import org.muniment.server.archives.CurrentArchive;
import org.muniment.server.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Turns archiving on and off. */
@RestController
final class ArchiveController {
    private static final int LONGEST_REASON = 1_000;

    private final ArchiveSwitch archiveSwitch;
    private final CurrentArchive current;
    private final StatusController status;

    ArchiveController(ArchiveSwitch archiveSwitch, CurrentArchive current, StatusController status) {
        this.archiveSwitch = archiveSwitch;
        this.current = current;
        this.status = status;
    }

    record Change(@Nullable Boolean enabled, @Nullable String reason) {}

    @PatchMapping("/api/v1/archive")
    StatusController.ArchiveView change(@RequestBody Change change, @AuthenticationPrincipal Caller caller)
            throws IOException {
        boolean on = Required.value("/enabled", change.enabled());
        String reason = Required.text("/reason", change.reason(), LONGEST_REASON);
        archiveSwitch.turn(on, reason, caller.actor());
        return status.archive(current.get().organisation());
    }
}
