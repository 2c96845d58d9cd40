package org.muniment.server.api;

import java.util.List;
import java.util.Set;
import org.muniment.server.directory.Role;

/** A person as the API shows her. */
record PersonView(String address, List<String> roles) {

    static PersonView of(String address, Set<Role> roles) {
        return new PersonView(address, roles.stream().sorted().map(Role::key).toList());
    }
}
