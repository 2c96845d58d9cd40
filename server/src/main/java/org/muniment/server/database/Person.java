package org.muniment.server.database;

import java.time.Instant;
import java.util.Set;

/**
 * Who signs in.
 *
 * @param id {@code adm_…}
 * @param address in lower case
 * @param passwordHash Argon2id in its encoded form; empty while the person has no password
 */
public record Person(
        String id, String organisation, String address, String passwordHash, Set<Role> roles, Instant created) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** Whether there is a password to sign in with. */
    public boolean hasPassword() {
        return !passwordHash.isEmpty();
    }

    /** Without the hash, so that no log ever shows it. */
    @Override
    public String toString() {
        return "Person[" + id + ", " + roles + "]";
    }
}
