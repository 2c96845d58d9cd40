package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Notices;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.People;
import org.muniment.server.database.Sessions;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Proofs;
import org.muniment.server.security.Reauthentication;
import org.muniment.server.security.SignIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is signed in, and how the console shall look to her. */
@RestController
@RequestMapping("/api/v1/me")
final class MeController {
    private final OpenArchives archives;
    private final SignIn signIn;
    private final People people;
    private final Reauthentication reauthentication;
    private final Proofs proofs;
    private final Notices notices;
    private final JsonMapper json;

    MeController(
            OpenArchives archives,
            SignIn signIn,
            People people,
            Reauthentication reauthentication,
            Proofs proofs,
            Notices notices,
            JsonMapper json) {
        this.archives = archives;
        this.signIn = signIn;
        this.people = people;
        this.reauthentication = reauthentication;
        this.proofs = proofs;
        this.notices = notices;
        this.json = json;
    }

    record OrganisationView(String id, String name, List<String> domains) {

        static OrganisationView of(Organisation organisation) {
            return new OrganisationView(organisation.id(), organisation.name(), organisation.domains());
        }
    }

    record NoticeView(
            String id,
            String kind,
            Instant at,
            String who,
            String address,
            @Nullable String role) {

        static NoticeView of(Notices.Notice notice) {
            return new NoticeView(
                    notice.id(), notice.kind(), notice.at(), notice.who(), notice.address(), notice.role());
        }
    }

    record View(
            PersonView person,
            @Nullable Instant expiresAt,
            boolean mustEnrol,
            @Nullable Instant freshUntil,
            List<String> proofWays,
            List<NoticeView> notices,
            OwnAccessController.PurposeView purpose,
            @Nullable SignInView lastSignIn,
            OrganisationView organisation,
            Map<String, Object> preferences) {}

    @GetMapping
    View me(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        Caller.Person person = person(caller);
        Optional<Sessions.Session> session = signIn.session(person);
        return new View(
                PersonView.of(person.address(), person.roles(), person.capabilities()),
                session.map(Sessions.Session::expires).orElse(null),
                person.pass().mustEnrol(),
                reauthentication.freshUntil(person).orElse(null),
                proofs.ways(person, ProofBody.host(request)).stream()
                        .map(Proofs.Way::key)
                        .toList(),
                person.pass().mustEnrol()
                        ? List.of()
                        : notices.of(person.organisation(), person.id()).stream()
                                .map(NoticeView::of)
                                .toList(),
                OwnAccessController.PurposeView.of(
                        session.map(Sessions.Session::purpose).orElse(Sessions.Purpose.NONE)),
                SignInView.of(session.flatMap(Sessions.Session::before)),
                OrganisationView.of(person.own(archives).organisation()),
                kept(person).all());
    }

    @PatchMapping("/preferences")
    Map<String, Object> change(@RequestBody JsonNode change, @AuthenticationPrincipal Caller caller) {
        Caller.Person person = person(caller);
        synchronized (this) { // two changes at once must not undo each other
            Preferences changed = kept(person).changed(change);
            people.keepPreferences(person.id(), json.writeValueAsString(changed.all()));
            return changed.all();
        }
    }

    private Preferences kept(Caller.Person person) {
        return Preferences.none().changed(json.readTree(people.preferences(person.id())));
    }

    private static Caller.Person person(Caller caller) {
        if (caller instanceof Caller.Person person) {
            return person;
        }
        throw signedOut();
    }

    private static ProblemException signedOut() {
        return Problem.of(ProblemCode.NOT_AUTHENTICATED, Message.of("denied.token"))
                .exception();
    }
}
