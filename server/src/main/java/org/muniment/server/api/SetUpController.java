package org.muniment.server.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.CurrentArchive;
import org.muniment.server.directory.Organisation;
import org.muniment.server.directory.SecondFactor;
import org.muniment.server.security.Caller;
import org.muniment.server.setup.AlreadySetUpException;
import org.muniment.server.setup.SetUp;
import org.muniment.server.setup.SetUpRefusedException;
import org.muniment.server.setup.SetUpRequest;
import org.muniment.server.setup.SetUpRequest.NewPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets the organisation up, once. */
@RestController
final class SetUpController {
    private final SetUp setUp;
    private final CurrentArchive current;

    SetUpController(SetUp setUp, CurrentArchive current) {
        this.setUp = setUp;
        this.current = current;
    }

    record PersonBody(@Nullable String address, @Nullable String password) {

        NewPerson person(String pointer) {
            return new NewPerson(
                    Required.value(pointer + "/address", address), Required.value(pointer + "/password", password));
        }

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return "PersonBody[" + address + "]";
        }
    }

    record Body(
            @Nullable String organisation,
            @Nullable List<String> domains,
            @Nullable PersonBody postmaster,
            @Nullable PersonBody archiveAdministrator,
            @Nullable String secondFactor,
            @Nullable Integer retentionYears) {

        SetUpRequest request() {
            return new SetUpRequest(
                    Required.value("/organisation", organisation),
                    Required.value("/domains", domains),
                    Required.value("/postmaster", postmaster).person("/postmaster"),
                    Required.value("/archive_administrator", archiveAdministrator)
                            .person("/archive_administrator"),
                    secondFactor(Required.value("/second_factor", secondFactor)),
                    retentionYears);
        }

        private static SecondFactor secondFactor(String key) {
            for (SecondFactor value : SecondFactor.values()) {
                if (value.key().equals(key)) {
                    return value;
                }
            }
            throw Problem.field("/second_factor", "invalid", "The field /second_factor is optional or required.")
                    .exception();
        }
    }

    @PostMapping("/api/v1/setup")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> setUp(@RequestBody Body body, @AuthenticationPrincipal Caller caller) throws IOException {
        SetUpRequest request = body.request();
        Organisation organisation = run(request, caller.actor().name());
        open();
        return Map.of(
                "organisation_id", organisation.id(),
                "name", organisation.name(),
                "domains", organisation.domains(),
                "retention_years", organisation.retentionYears(),
                "second_factor", organisation.secondFactor().key(),
                "one_person", request.isOnePerson());
    }

    private void open() {
        try {
            current.open();
        } catch (IOException e) {
            throw Problem.of(
                            ProblemCode.UNAVAILABLE,
                            "The organisation is set up, but its archive cannot be opened: " + e.getMessage()
                                    + " Mend that and start the server again.")
                    .exception();
        }
    }

    private Organisation run(SetUpRequest request, String who) throws IOException {
        try {
            return setUp.run(request, who);
        } catch (AlreadySetUpException e) {
            throw Problem.of(ProblemCode.CONFLICT, String.valueOf(e.getMessage()))
                    .exception();
        } catch (SetUpRefusedException e) {
            List<Problem.Fault> faults = e.faults().stream()
                    .map(fault -> new Problem.Fault(fault.pointer(), "invalid"))
                    .toList();
            throw Problem.fields(String.valueOf(e.getMessage()), faults).exception();
        }
    }
}
