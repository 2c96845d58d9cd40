package org.muniment.server.api;

import java.util.List;
import java.util.Set;
import org.muniment.server.database.Role;
import org.muniment.server.security.Capability;

/** A person as the API shows her, with what she may do. */
record PersonView(String address, List<String> roles, List<String> capabilities) {

    static PersonView of(String address, Set<Role> roles, Set<Capability> capabilities) {
        return new PersonView(
                address,
                roles.stream().sorted().map(Role::key).toList(),
                capabilities.stream().sorted().map(Capability::key).toList());
    }
}
