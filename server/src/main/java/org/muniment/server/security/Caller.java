package org.muniment.server.security;

import java.util.Set;
import org.muniment.archive.Actor;
import org.muniment.archive.Scope;
import org.muniment.server.directory.Role;

/** Who a request comes from. */
public sealed interface Caller {

    /** As the archive log names it. */
    Actor actor();

    /** What it may see of the mail. */
    Scope scope();

    /** Its authorities: what {@link AccessRules} asks for. */
    Set<String> authorities();

    /**
     * A person who is signed in.
     *
     * @param id {@code adm_…}
     * @param tokenHash by which the session is ended
     * @param client where the request came from
     */
    record Person(String id, String address, Set<Role> roles, String tokenHash, String client) implements Caller {

        public Person {
            roles = Set.copyOf(roles);
        }

        @Override
        public Actor actor() {
            return new Actor(address, client);
        }

        @Override
        public Scope scope() {
            return roles.contains(Role.ARCHIVE_ADMINISTRATOR) ? new Scope.Everything() : new Scope.Nothing();
        }

        @Override
        public Set<String> authorities() {
            return roles.contains(Role.ARCHIVE_ADMINISTRATOR)
                    ? Set.of(AccessRules.PERSON, AccessRules.ARCHIVE_ADMINISTRATOR)
                    : Set.of(AccessRules.PERSON);
        }
    }

    /** Somebody who knows the set-up code, while there is nobody else yet. */
    record Founder(String client) implements Caller {

        @Override
        public Actor actor() {
            return new Actor("set-up code", client);
        }

        @Override
        public Scope scope() {
            return new Scope.Nothing();
        }

        @Override
        public Set<String> authorities() {
            return Set.of(AccessRules.SET_UP_CODE);
        }
    }

    /** Somebody on this machine who may read the home folder: proven by the local token, never enough to read mail. */
    record Local(String osUser, String client) implements Caller {

        @Override
        public Actor actor() {
            return new Actor("os:" + osUser, client);
        }

        @Override
        public Scope scope() {
            return new Scope.Nothing();
        }

        @Override
        public Set<String> authorities() {
            return Set.of(AccessRules.LOCAL);
        }
    }
}
