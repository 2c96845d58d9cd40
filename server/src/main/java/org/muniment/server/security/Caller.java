package org.muniment.server.security;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.Actor;
import org.muniment.archive.Scope;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Role;

/** Who a request comes from. */
public sealed interface Caller {

    /** As the archive log names it. */
    Actor actor();

    /** What it may see of the mail. */
    Scope scope();

    /** Its authorities: what {@link AccessRules} asks for. */
    Set<String> authorities();

    /**
     * The organisation it works in, with its archive; there is no way to another one.
     *
     * @throws org.muniment.server.archives.NotSetUpException if there is none yet
     */
    OpenArchives.Opened own(OpenArchives archives);

    /**
     * A person who is signed in.
     *
     * @param id {@code adm_…}
     * @param organisation whose person it is
     * @param tokenHash by which the session is ended
     * @param client where the request came from
     * @param pass what she is known by, and what that is good for
     */
    record Person(
            String id, String organisation, String address, Set<Role> roles, String tokenHash, String client, Pass pass)
            implements Caller {

        public Person {
            roles = Set.copyOf(roles);
        }

        /** What the person may do. */
        public Set<Capability> capabilities() {
            return pass.capabilities();
        }

        /** Whether the person may do that. */
        public boolean may(Capability capability) {
            return capabilities().contains(capability);
        }

        @Override
        public Actor actor() {
            return AuditNote.actor(address, client);
        }

        @Override
        public Scope scope() {
            return may(Capability.MESSAGES_READ) || may(Capability.SEARCH_RUN)
                    ? new Scope.Everything()
                    : new Scope.Nothing();
        }

        @Override
        public Set<String> authorities() {
            return Stream.concat(
                            Stream.of(pass.kind() == Pass.Kind.TOKEN ? AccessRules.PERSONS_TOKEN : AccessRules.PERSON),
                            capabilities().stream().map(Capability::key))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public OpenArchives.Opened own(OpenArchives archives) {
            return archives.of(organisation);
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

        @Override
        public OpenArchives.Opened own(OpenArchives archives) {
            return archives.first();
        }
    }

    /**
     * Somebody on this machine who may read the home folder: proven by the local token, never enough to read mail. Works
     * in the default organisation.
     */
    record Local(String osUser, String client) implements Caller {

        @Override
        public Actor actor() {
            return AuditNote.actor("os:" + osUser, client);
        }

        @Override
        public Scope scope() {
            return new Scope.Nothing();
        }

        @Override
        public Set<String> authorities() {
            return Set.of(AccessRules.LOCAL);
        }

        @Override
        public OpenArchives.Opened own(OpenArchives archives) {
            return archives.first();
        }
    }
}
