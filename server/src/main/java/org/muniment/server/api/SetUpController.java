package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.SetUpDrafts;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.SessionCookie;
import org.muniment.server.security.SignIn;
import org.muniment.server.setup.AlreadySetUpException;
import org.muniment.server.setup.SetUp;
import org.muniment.server.setup.SetUpCheck;
import org.muniment.server.setup.SetUpRefusedException;
import org.muniment.server.setup.SetUpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Sets the organisation up, once; who may come here at all is decided before. */
@RestController
@RequestMapping("/api/v1/setup")
final class SetUpController {
    private final SetUp setUp;
    private final SetUpDrafts drafts;
    private final OpenArchives archives;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final JsonMapper json;

    SetUpController(
            SetUp setUp,
            SetUpDrafts drafts,
            OpenArchives archives,
            SignIn signIn,
            SessionCookie cookie,
            JsonMapper json) {
        this.setUp = setUp;
        this.drafts = drafts;
        this.archives = archives;
        this.signIn = signIn;
        this.cookie = cookie;
        this.json = json;
    }

    @GetMapping
    Map<String, Object> state() {
        return Map.of("needed", true);
    }

    @GetMapping("/draft")
    SetUpDraft draft() {
        return json.readValue(drafts.find().orElse("{}"), SetUpDraft.class);
    }

    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@RequestBody SetUpDraft draft) {
        drafts.keep(json.writeValueAsString(draft.checked()));
    }

    @PostMapping("/check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@RequestBody SetUpBody body) {
        try {
            SetUpCheck.check(body.part());
        } catch (SetUpRefusedException e) {
            throw refused(e);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> setUp(
            @RequestBody SetUpBody body,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SetUpRequest asked = body.request();
        Organisation organisation = run(asked, caller);
        open();
        if (caller instanceof Caller.Founder founder
                && signIn.founder(asked.postmaster().address(), founder.client()) instanceof SignIn.Result.Done done) {
            cookie.give(done.token(), request, response);
        }
        return Map.of(
                "organisation_id", organisation.id(),
                "name", organisation.name(),
                "domains", organisation.domains(),
                "retention_years", organisation.retentionYears(),
                "second_factor", organisation.secondFactor().key(),
                "one_person", asked.isOnePerson());
    }

    private Organisation run(SetUpRequest request, Caller caller) throws IOException {
        try {
            return setUp.run(request, who(caller));
        } catch (AlreadySetUpException e) {
            throw Problem.of(ProblemCode.CONFLICT, e.sentence()).exception();
        } catch (SetUpRefusedException e) {
            throw refused(e);
        }
    }

    private static String who(Caller caller) {
        return caller instanceof Caller.Founder founder
                ? caller.actor().name() + " from " + founder.client()
                : caller.actor().name();
    }

    private void open() {
        try {
            archives.open();
        } catch (IOException e) {
            throw Problem.of(ProblemCode.UNAVAILABLE, Message.of("set-up.not-opened", String.valueOf(e.getMessage())))
                    .exception();
        }
    }

    private static ProblemException refused(SetUpRefusedException refused) {
        List<Problem.Fault> faults = refused.faults().stream()
                .map(fault -> new Problem.Fault(fault.pointer(), "invalid", fault.sentence()))
                .toList();
        return Problem.fields(faults).exception();
    }
}
