package org.muniment.server.api;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Organisation;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.muniment.server.setup.NewOrganisation;
import org.muniment.server.setup.Operating;
import org.muniment.server.setup.SetUpRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The organisations of this machine, for those who operate it; shows no mail of anybody. */
@RestController
@RequestMapping("/api/v1/organisations")
final class OrganisationsController {
    static final int LONGEST_REASON = 1_000;

    private final OpenArchives archives;
    private final Operating operating;
    private final InstantSource clock;
    private final Reauthentication reauthentication;

    OrganisationsController(
            OpenArchives archives, Operating operating, InstantSource clock, Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
        this.archives = archives;
        this.operating = operating;
        this.clock = clock;
    }

    record All(List<OrganisationView> data) {}

    @GetMapping
    All all() {
        return new All(archives.all().stream().map(this::view).toList());
    }

    private OrganisationView view(OpenArchives.Opened opened) {
        String first = archives.first().organisation().id();
        return OrganisationView.of(opened, opened.organisation().id().equals(first), clock.instant());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationView found(@RequestBody NewOrganisationBody body, @AuthenticationPrincipal Caller caller)
            throws IOException {
        reauthentication.require(caller);
        NewOrganisation asked = body.request();
        try {
            Organisation made = operating.found(asked, caller.actor());
            return view(archives.of(made.id()));
        } catch (SetUpRefusedException e) {
            throw refused(e);
        }
    }

    @PatchMapping("/{id}")
    OrganisationView change(@PathVariable String id, @RequestBody JsonNode body, @AuthenticationPrincipal Caller caller)
            throws IOException {
        OpenArchives.Opened opened = archives.find(id)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, Message.of("not-found.organisation"))
                        .exception());
        reauthentication.require(caller);
        var patch = new OrganisationPatch(body);
        String reason = patch.reason();
        try {
            operating.change(id, patch::appliedTo, reason, caller.actor());
            return view(opened);
        } catch (SetUpRefusedException e) {
            throw refused(e);
        }
    }

    private static ProblemException refused(SetUpRefusedException refused) {
        return Problem.fields(refused.faults().stream()
                        .map(fault -> new Problem.Fault(fault.pointer(), "invalid", fault.sentence()))
                        .toList())
                .exception();
    }
}
