package org.muniment.server.api;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.AdminList;
import org.muniment.server.database.Role;
import org.muniment.server.language.Message;
import org.muniment.server.people.Administrators;
import org.muniment.server.people.RefusedException;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has a role, and who appoints whom. Every change needs a reason and a fresh proof. */
@RestController
@RequestMapping("/api/v1/admins")
final class AdminController {
    private static final int LONGEST_REASON = 1_000;

    private final Administrators administrators;
    private final Reauthentication reauthentication;

    AdminController(Administrators administrators, Reauthentication reauthentication) {
        this.administrators = administrators;
        this.reauthentication = reauthentication;
    }

    record AdminViews(List<AdminView> data) {}

    record Appointment(
            @Nullable String address,
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable String reason) {}

    record RoleChange(
            @Nullable String role,
            @Nullable String reason,
            @Nullable Boolean confirmSelf) {}

    record Reason(@Nullable String reason) {

        String text() {
            return Required.text("/reason", reason, LONGEST_REASON);
        }
    }

    /** One of the simple changes. */
    @FunctionalInterface
    private interface Change {
        AdminList.Admin of(Caller.Person caller, String id, String reason) throws IOException, RefusedException;
    }

    @GetMapping
    AdminViews all(@AuthenticationPrincipal Caller caller) {
        Caller.Person person = Persons.only(caller);
        return new AdminViews(administrators.all(person).stream()
                .map(admin -> AdminView.of(admin, person))
                .toList());
    }

    @GetMapping("/{id}")
    AdminView one(@PathVariable String id, @AuthenticationPrincipal Caller caller) throws RefusedException {
        Caller.Person person = Persons.only(caller);
        return AdminView.of(administrators.find(person, id), person);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AdminView.Appointed appoint(@RequestBody Appointment given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        Caller.Person person = Persons.only(caller);
        String address = Required.value("/address", given.address());
        String name = Required.value("/name", given.name());
        Set<Role> roles = roles(Required.value("/roles", given.roles()));
        String reason = Required.text("/reason", given.reason(), LONGEST_REASON);
        return AdminView.Appointed.of(administrators.appoint(person, address, name, roles, reason), person);
    }

    private static Set<Role> roles(List<@Nullable String> keys) {
        if (keys.isEmpty() || keys.size() > Role.values().length) {
            throw Problem.field("/roles", "invalid", Message.of("people.roles")).exception();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int place = 0; place < keys.size(); place++) {
            roles.add(role("/roles/" + place, keys.get(place)));
        }
        return roles;
    }

    private static Role role(String pointer, @Nullable String key) {
        String given = Required.value(pointer, key);
        for (Role role : Role.values()) {
            if (role.key().equals(given)) {
                return role;
            }
        }
        throw Problem.field(pointer, "invalid", Message.of("people.role", pointer))
                .exception();
    }

    @PostMapping("/{id}:grant")
    AdminView grant(@PathVariable String id, @RequestBody RoleChange given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        Caller.Person person = Persons.only(caller);
        Role role = role("/role", given.role());
        String reason = Required.text("/reason", given.reason(), LONGEST_REASON);
        boolean confirmed = Boolean.TRUE.equals(given.confirmSelf());
        return AdminView.of(administrators.grant(person, id, role, reason, confirmed), person);
    }

    @PostMapping("/{id}:revoke")
    AdminView revoke(@PathVariable String id, @RequestBody RoleChange given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        Caller.Person person = Persons.only(caller);
        Role role = role("/role", given.role());
        String reason = Required.text("/reason", given.reason(), LONGEST_REASON);
        return AdminView.of(administrators.revoke(person, id, role, reason), person);
    }

    @PostMapping("/{id}:suspend")
    AdminView suspend(@PathVariable String id, @RequestBody Reason given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        return change(id, given, caller, administrators::suspend);
    }

    @PostMapping("/{id}:resume")
    AdminView resume(@PathVariable String id, @RequestBody Reason given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        return change(id, given, caller, administrators::resume);
    }

    @PostMapping("/{id}:end-sessions")
    AdminView endSessions(@PathVariable String id, @RequestBody Reason given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        return change(id, given, caller, administrators::endSessions);
    }

    @PostMapping("/{id}:reset-second-factor")
    AdminView resetSecondFactor(
            @PathVariable String id, @RequestBody Reason given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        return change(id, given, caller, administrators::resetSecondFactor);
    }

    private AdminView change(String id, Reason given, Caller caller, Change change)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        Caller.Person person = Persons.only(caller);
        return AdminView.of(change.of(person, id, given.text()), person);
    }

    @PostMapping("/{id}:invite")
    AdminView.Appointed invite(
            @PathVariable String id, @RequestBody Reason given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        Caller.Person person = Persons.only(caller);
        return AdminView.Appointed.of(administrators.invite(person, id, given.text()), person);
    }
}
