package org.muniment.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.muniment.server.database.Role;
import org.muniment.server.security.Capability;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each role brings, so that no page has to know it by heart. */
@RestController
@RequestMapping("/api/v1/roles")
final class RoleController {

    record View(String role, List<String> capabilities) {

        static View of(Role role) {
            Set<Capability> brought = Capability.of(Set.of(role));
            return new View(role.key(), brought.stream().map(Capability::key).toList());
        }
    }

    record Views(List<View> data) {}

    @GetMapping
    Views roles() {
        return new Views(Arrays.stream(Role.values()).map(View::of).toList());
    }
}
